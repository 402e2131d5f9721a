using PortalProxy.Settings;

namespace PortalProxy.Appliance;

/// <summary>Reads where the appliance is: <c>Appliance:BaseUrl</c> and <c>Appliance:BackupUrls</c>, each scheme, host and port.</summary>
internal static class ApplianceOrigins
{
    private static readonly Uri Unset = new("http://unset.invalid/");

    public static (Uri BaseUrl, IReadOnlyList<Uri> BackupUrls) Read(SettingReader settings)
    {
        var baseUrl = ReadBaseUrl(settings);
        return (baseUrl, ReadBackupUrls(settings, baseUrl));
    }

    private static Uri ReadBaseUrl(SettingReader settings)
    {
        if (settings.Text("BaseUrl") is null)
        {
            settings.Mistake(
                "BaseUrl",
                "is missing",
                "Write the appliance's address, such as https://support.example.com (environment variable Appliance__BaseUrl), "
                + "or set Appliance:Simulated to true to try the portal without an appliance.");
        }

        return settings.Value<Uri>(
            "BaseUrl",
            Unset,
            IsOrigin,
            "Write scheme, host and port only, such as https://support.example.com, without a path, query or login.");
    }

    private static List<Uri> ReadBackupUrls(SettingReader settings, Uri baseUrl)
    {
        var backups = new List<Uri>();
        foreach (var (place, text) in settings.Texts("BackupUrls"))
        {
            var backup = settings.Value<Uri>(place, Unset, IsOrigin, "Write scheme, host and port only, such as https://support2.example.com.");
            if (backup != Unset && FaultOf(backup, baseUrl, backups) is var (found, mend))
            {
                settings.Mistake(place, $"is \"{text}\", {found}", mend);
            }

            backups.Add(backup);
        }

        return backups;
    }

    private static (string Found, string Mend)? FaultOf(Uri backup, Uri baseUrl, List<Uri> before) =>
        backup == baseUrl ? ("the address of Appliance:BaseUrl", "Write another appliance's address, or take it out.")
        : before.Contains(backup) ? ("which stands above it already", "Write each address once.")
        : baseUrl != Unset && backup.Scheme != baseUrl.Scheme
            ? ($"while Appliance:BaseUrl is {baseUrl.Scheme}", "Write the same scheme in both, so that a failover leaves nothing unprotected.")
        : null;

    private static bool IsOrigin(string text, out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value!)
        && (value.Scheme == Uri.UriSchemeHttps || value.Scheme == Uri.UriSchemeHttp)
        && value is { PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 };
}
