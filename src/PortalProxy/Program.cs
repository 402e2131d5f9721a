using PortalProxy;
using PortalProxy.Appliance;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Pages;
using PortalProxy.PublicSites;
using PortalProxy.Settings;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddSecretsFolder();
    var ledger = new SettingsLedger();
    await using var simulation = await Simulation.StartIfAskedAsync(builder, ledger);
    var settings = PortalSettings.Read(builder.Configuration, ledger);
    settings.AddTo(builder.Services);
    builder.AddServer();
    builder.AddPortalLogging();
    builder.Services.AddPortalSecurityHeaders(PublicSiteRegistration.FrameAncestorsOf);
    builder.Services.AddAppliance().AddPublicSites().AddConnector(settings.Appliance).AddPages();

    // The order is the behaviour: what stands above sees every answer of what stands below.
    var app = builder.Build();
    app.UseForwardedHeaders(settings.TrustedProxies.ToOptions());
    app.UsePublicSites();
    app.UsePortalSecurityHeaders();
    app.UseRequestLog();
    app.UseRefusalPages();
    app.UseBadRequestStatus();
    app.UseRouting();
    app.UseMatchedRouteMark();
    app.UseCrossOriginGuard();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapConnector();
    app.MapPageParts();
    app.MapRazorPages().WithStaticAssets();
    simulation?.AnnounceIn(app);
    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
