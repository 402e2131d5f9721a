using PortalProxy;
using PortalProxy.Appliance;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Pages;
using PortalProxy.Settings;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddSecretsFolder();
    await using var simulation = await Simulation.StartIfAskedAsync(builder);
    var settings = PortalSettings.Read(builder.Configuration);
    settings.AddTo(builder.Services);
    builder.AddPortalLogging();
    builder.AddServer();
    builder.Services.AddHealthChecks();
    builder.Services.AddAppliance().AddConnector(settings.Appliance).AddPages();

    // The order is the behaviour: what stands above sees every answer of what stands below.
    var app = builder.Build();
    app.UseForwardedHeaders(settings.TrustedProxies.ToOptions());
    app.UsePortalSecurityHeaders([.. settings.Site.FrameAncestors.Select(one => one.Source)]);
    app.UseRequestLog();
    app.UseRefusalPages();
    app.UseBadRequestStatus();
    app.UseCrossOriginGuard();
    app.UseRouting();
    app.UseMatchedRouteMark();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapConnector();
    app.MapRazorPages().WithStaticAssets();
    simulation?.AnnounceIn(app);
    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync($"The portal can't start. Mend these settings:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", wrong.Mistakes)}");
    return 1;
}
