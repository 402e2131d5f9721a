namespace PortalProxy.Settings;

/// <summary>
/// Settings out of a mounted folder, as Docker and Kubernetes hand secrets out: a file for each, named after its setting with
/// <c>__</c> for <c>:</c>, and the text of the setting in it. A line end at its end does not count.
/// </summary>
public static class SecretsFolder
{
    private const string Key = "SecretsFolder";
    private const string Mend = "Name a folder by its full path, such as /run/secrets/portal, that the portal may read.";

    /// <summary>Adds the files as the strongest source. A folder that can't be read is left to <see cref="Check"/>.</summary>
    public static void AddSecretsFolder(this ConfigurationManager configuration)
    {
        if (configuration[$"Portal:{Key}"]?.Trim() is { } folder && FaultOf(folder) is null)
        {
            configuration.AddKeyPerFile(folder, optional: false);
        }
    }

    public static void Check(SettingReader portal)
    {
        if (portal.Text(Key) is { } folder && FaultOf(folder) is { } fault)
        {
            portal.Mistake(Key, $"is \"{folder}\", {fault}", Mend);
        }
    }

    private static string? FaultOf(string folder)
    {
        if (!Path.IsPathFullyQualified(folder))
        {
            return "which is no full path";
        }

        if (!Directory.Exists(folder))
        {
            return "which is no folder";
        }

        try
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                using var opened = File.OpenRead(file);
            }

            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"which can't be read ({failure.GetType().Name})";
        }
    }
}
