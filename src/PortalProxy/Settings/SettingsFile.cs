using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace PortalProxy.Settings;

/// <summary>
/// A further file of settings, in the shape of <c>appsettings.json</c>, such as one out of a mounted ConfigMap. It wins over the files
/// beside the portal; environment variables win over it.
/// </summary>
public static class SettingsFile
{
    private const string Key = "SettingsFile";
    private const string Mend = "Name a file by its full path, such as /etc/portalproxy/settings.json, that the portal may read and that holds settings as appsettings.json does.";

    /// <summary>Adds the file, watched. One that can't be read is left to <see cref="Check"/>.</summary>
    public static void AddSettingsFile(this ConfigurationManager configuration)
    {
        if (configuration[$"Portal:{Key}"]?.Trim() is not { Length: > 0 } path || FaultOf(path) is not null)
        {
            return;
        }

        var sources = ((IConfigurationBuilder)configuration).Sources;
        var lastFile = sources.Select((source, place) => (source, place)).LastOrDefault(one => one.source is JsonConfigurationSource).place;
        sources.Insert(lastFile + 1, new JsonConfigurationSource
        {
            FileProvider = FolderOf(path),
            Path = Path.GetFileName(path),
            ReloadOnChange = true,
        });
    }

    public static void Check(SettingReader portal)
    {
        if (portal.Text(Key) is { } path && FaultOf(path) is { } fault)
        {
            portal.Mistake(Key, $"is \"{path}\", {fault}", Mend);
        }
    }

    private static string? FaultOf(string path)
    {
        if (!Path.IsPathFullyQualified(path))
        {
            return "which is no full path";
        }

        if (!File.Exists(path))
        {
            return "which is no file";
        }

        using var folder = FolderOf(path);
        return JsonSettings.FaultOf(folder.GetFileInfo(Path.GetFileName(path))) is { } fault ? $"which can't be read: {fault}" : null;
    }

    // Kubernetes changes a mounted file by pointing a link above it elsewhere, which no watcher of the file hears of: so it is looked
    // at every four seconds.
    private static PhysicalFileProvider FolderOf(string path) =>
        new(Path.GetDirectoryName(path)!, ExclusionFilters.None) { UsePollingFileWatcher = true, UseActivePolling = true };
}
