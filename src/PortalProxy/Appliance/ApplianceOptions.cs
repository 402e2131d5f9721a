using System.Security.Cryptography.X509Certificates;
using PortalProxy.Settings;

namespace PortalProxy.Appliance;

/// <summary>Where the appliance is and how it is spoken to: the section <c>Appliance</c> of the settings.</summary>
public sealed record ApplianceOptions
{
    private static readonly string[] AppStores = ["apps.apple.com", "itunes.apple.com", "play.google.com"];
    private static readonly Uri Unset = new("http://unset.invalid/");

    /// <summary>Scheme, host and port; the path is always <c>/</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Failover partners, in order; each like <see cref="BaseUrl"/>.</summary>
    public required IReadOnlyList<Uri> BackupUrls { get; init; }

    /// <summary>Hosts (https only) that the appliance may send a customer to: app stores.</summary>
    public required IReadOnlyList<string> RedirectHosts { get; init; }

    /// <summary>The dialect of the connector request.</summary>
    public required SessionApi SessionApi { get; init; }

    /// <summary>What the <c>id</c> of an issue request means on this appliance.</summary>
    public required IssueMenuId IdInIssueMenu { get; init; }

    /// <summary>Languages that are installed on the appliance; none: the language is never sent.</summary>
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>The appliance's name of the session key parameter. The 2008 guide lists the method, not its parameter.</summary>
    public required string SessionKeyParameter { get; init; }

    /// <summary>Null: there is no command API account, so nobody knows who is logged in.</summary>
    public required CommandCredentials? Credentials { get; init; }

    public required string CommandPath { get; init; }

    /// <summary>Private CA certificates that count for the appliance beside the system's; null where there are none.</summary>
    public required X509Certificate2Collection? TrustedCertificates { get; init; }

    /// <summary>Until a connection stands, TLS included.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>For one call of the command API as a whole, its repeats and the body of the answer included.</summary>
    public required TimeSpan CommandTimeout { get; init; }

    /// <summary>From sending the connector request until the headers of the answer are there.</summary>
    public required TimeSpan AnswerTimeout { get; init; }

    /// <summary>How long a stream may stand still, whichever side pauses.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>How old the directory may be before it is fetched again.</summary>
    public required TimeSpan DirectoryRefresh { get; init; }

    /// <summary>For how long the last good directory is shown while the appliance fails.</summary>
    public required TimeSpan DirectoryKept { get; init; }

    public static ApplianceOptions Read(SettingReader settings)
    {
        // Read and checked by the demo mode, before there is an address.
        _ = settings.Text("Simulated");
        _ = settings.Text("SimulatedClientBytes");
        var refresh = settings.Duration("DirectoryRefresh", TimeSpan.FromSeconds(30));
        var kept = settings.Duration("DirectoryKept", TimeSpan.FromMinutes(10));
        if (kept < refresh)
        {
            settings.Mistake("DirectoryKept", $"is {kept:c}, shorter than Appliance:DirectoryRefresh ({refresh:c})", "Make it at least as long.");
        }

        var credentials = CommandCredentials.Read(settings);
        return new()
        {
            BaseUrl = ReadBaseUrl(settings),
            BackupUrls = ReadBackupUrls(settings),
            RedirectHosts = settings.Texts("RedirectHosts") is { Count: > 0 } hosts ? [.. hosts.Select(host => host.Text)] : AppStores,
            SessionApi = settings.Choice("SessionApi", SessionApi.DownloadCustomerConnector),
            IdInIssueMenu = settings.Choice("IdInIssueMenu", IssueMenuId.Issue),
            Locales = [.. settings.Texts("Locales").Select(locale => locale.Text)],
            SessionKeyParameter = settings.Value<string>(
                "SessionKeyParameter", "short_key", IsParameterName, "Write a parameter name of letters, digits, '_', '-' or '.'."),
            Credentials = credentials,
            CommandPath = settings.Value<string>(
                "CommandPath",
                credentials?.UsualPath ?? "/api/command.ns",
                IsPath,
                "Write a path that begins with '/', such as /api/command.ns, without a query."),
            TrustedCertificates = Connection.TrustedCertificates.Read(settings),
            ConnectTimeout = settings.Duration("ConnectTimeout", TimeSpan.FromSeconds(5)),
            CommandTimeout = settings.Duration("CommandTimeout", TimeSpan.FromSeconds(10)),
            AnswerTimeout = settings.Duration("AnswerTimeout", TimeSpan.FromSeconds(30)),
            IdleTimeout = settings.Duration("IdleTimeout", TimeSpan.FromMinutes(5)),
            DirectoryRefresh = refresh,
            DirectoryKept = kept,
        };
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

    private static List<Uri> ReadBackupUrls(SettingReader settings) =>
        [.. settings.Texts("BackupUrls")
            .Select(one => settings.Value<Uri>(one.Place, Unset, IsOrigin, "Write scheme, host and port only, such as https://support2.example.com."))];

    private static bool IsOrigin(string text, out Uri value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value!)
        && (value.Scheme == Uri.UriSchemeHttps || value.Scheme == Uri.UriSchemeHttp)
        && value is { PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 };

    private static bool IsParameterName(string text, out string value)
    {
        value = text;
        return text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');
    }

    private static bool IsPath(string text, out string value)
    {
        value = text;

        // Two slashes would begin the name of another host, and the account would be sent there.
        return text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal)
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '.');
    }
}
