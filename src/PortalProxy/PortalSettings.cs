using PortalProxy.Appliance;
using PortalProxy.Hosting;
using PortalProxy.PublicSites;
using PortalProxy.Settings;

namespace PortalProxy;

/// <summary>All settings of the portal, read and checked before anything is built from them.</summary>
public sealed record PortalSettings(ApplianceOptions Appliance, PublicSite Site, TrustedProxies TrustedProxies, IReadOnlyList<string> Unknown)
{
    private static readonly string[] Sections = ["Appliance", "Portal"];

    /// <exception cref="SettingsException">Some setting is missing or wrong; the exception names every one.</exception>
    public static PortalSettings Read(IConfiguration configuration)
    {
        var ledger = new SettingsLedger();
        var appliance = new SettingReader(configuration.GetSection("Appliance"), "Appliance", ledger);
        var portal = new SettingReader(configuration.GetSection("Portal"), "Portal", ledger);

        SecretsFolder.Check(portal);
        var settings = new PortalSettings(
            ApplianceOptions.Read(appliance),
            PublicSite.Read(portal),
            TrustedProxies.Read(portal),
            Unknown: []);

        ledger.ThrowIfMistaken();
        return settings with { Unknown = ledger.Unknown(configuration, Sections) };
    }

    public void AddTo(IServiceCollection services) => services
        .AddSingleton(this)
        .AddSingleton(Appliance)
        .AddSingleton(Site)
        .AddSingleton(TrustedProxies);
}
