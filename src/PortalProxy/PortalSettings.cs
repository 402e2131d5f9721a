using PortalProxy.Appliance;
using PortalProxy.Hosting;
using PortalProxy.Limits;
using PortalProxy.PublicSites;
using PortalProxy.Redis;
using PortalProxy.Settings;
using PortalProxy.Telemetry;

namespace PortalProxy;

/// <summary>All settings of the portal, read and checked before anything is built from them.</summary>
public sealed record PortalSettings(
    ApplianceOptions Appliance,
    PublicSiteTable Sites,
    TrustedProxies TrustedProxies,
    RateLimits RateLimits,
    RedisOptions Redis,
    ServerOptions Server,
    ExportOptions Export,
    IReadOnlyList<string> Unknown)
{
    private static readonly string[] Sections = ["Appliance", "Portal", "ConnectionStrings"];

    /// <exception cref="SettingsException">Some setting is missing or wrong; the exception names every one.</exception>
    public static PortalSettings Read(IConfiguration configuration) => Read(configuration, new());

    /// <param name="configuration">All settings.</param>
    /// <param name="ledger">May hold mistakes that were found before; they are reported together with those found here.</param>
    /// <exception cref="SettingsException">Some setting is missing or wrong; the exception names every one.</exception>
    public static PortalSettings Read(IConfiguration configuration, SettingsLedger ledger)
    {
        var appliance = new SettingReader(configuration.GetSection("Appliance"), "Appliance", ledger);
        var portal = new SettingReader(configuration.GetSection("Portal"), "Portal", ledger);

        SettingsFile.Check(portal);
        SecretsFolder.Check(portal);
        var settings = new PortalSettings(
            ApplianceOptions.Read(appliance),
            PublicSiteTable.Read(configuration.GetSection("Portal"), ledger),
            TrustedProxies.Read(portal),
            RateLimits.Read(portal),
            RedisOptions.Read(
                new SettingReader(configuration.GetSection("ConnectionStrings"), "ConnectionStrings", ledger),
                appliance.Text("BaseUrl"), appliance.Secret("Password"), appliance.Secret("ClientSecret")),
            ServerOptions.Read(portal),
            ExportOptions.Read(configuration, ledger),
            Unknown: []);
        Logging.Check(new SettingReader(configuration.GetSection("Serilog"), "Serilog", ledger));

        var declared = settings.Sites.All.Max(site => site.Fields.Count);
        if (settings.Appliance.SessionApi == SessionApi.DownloadCustomerConnector && declared > 0)
        {
            portal.Mistake(
                "Fields",
                $"declares {declared} fields, which the dialect of 2008 can't send",
                "Set Appliance:SessionApi to StartSession, or take the fields out.");
        }

        ledger.ThrowIfMistaken();
        return settings with { Unknown = ledger.Unknown(configuration, Sections) };
    }

    public void AddTo(IServiceCollection services) => services
        .AddSingleton(this)
        .AddSingleton(Appliance)
        .AddSingleton(Sites)
        .AddSingleton(TrustedProxies)
        .AddSingleton(RateLimits)
        .AddSingleton(Redis)
        .AddSingleton(Server);
}
