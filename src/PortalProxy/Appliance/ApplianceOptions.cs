using System.Security.Cryptography.X509Certificates;
using PortalProxy.Settings;

namespace PortalProxy.Appliance;

/// <summary>Where the appliance is and how it is spoken to: the section <c>Appliance</c> of the settings.</summary>
public sealed record ApplianceOptions
{
    private static readonly string[] AppStores = ["apps.apple.com", "itunes.apple.com", "play.google.com"];

    /// <summary>Scheme, host and port; the path is always <c>/</c>.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Failover partners, in order; each like <see cref="BaseUrl"/>.</summary>
    public required IReadOnlyList<Uri> BackupUrls { get; init; }

    /// <summary>The pause between two looks at each appliance, where there are failover partners.</summary>
    public required TimeSpan ProbeInterval { get; init; }

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

    /// <summary>The appliance's own page of a public site, for a customer who goes on there.</summary>
    /// <param name="host">The public site's host name; null: that of the address.</param>
    public Uri PageOf(string? host) => host is null ? BaseUrl : new UriBuilder(BaseUrl) { Host = host }.Uri;

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

        var (baseUrl, backupUrls) = ApplianceOrigins.Read(settings);
        var credentials = CommandCredentials.Read(settings);
        return new()
        {
            BaseUrl = baseUrl,
            BackupUrls = backupUrls,
            RedirectHosts = ReadRedirectHosts(settings),
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
            ProbeInterval = settings.Duration("ProbeInterval", TimeSpan.FromSeconds(5)),
            ConnectTimeout = settings.Duration("ConnectTimeout", TimeSpan.FromSeconds(5)),
            CommandTimeout = settings.Duration("CommandTimeout", TimeSpan.FromSeconds(10)),
            AnswerTimeout = settings.Duration("AnswerTimeout", TimeSpan.FromSeconds(30)),
            IdleTimeout = settings.Duration("IdleTimeout", TimeSpan.FromMinutes(5)),
            DirectoryRefresh = refresh,
            DirectoryKept = kept,
        };
    }

    // One that is no bare host name would never fit, and nobody would notice.
    private static string[] ReadRedirectHosts(SettingReader settings)
    {
        string[] hosts = [.. settings.Texts("RedirectHosts").Select(host =>
            settings.Value<string>(host.Place, host.Text, HostName.TryParse, "Write a host name, such as apps.apple.com, without scheme, port and path."))];
        return hosts.Length > 0 ? hosts : AppStores;
    }

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
