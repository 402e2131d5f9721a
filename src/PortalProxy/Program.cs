using PortalProxy;
using PortalProxy.Check;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Languages;
using PortalProxy.Pages;
using PortalProxy.PublicSites;
using PortalProxy.Settings;

if (args is ["check", .. var asked])
{
    return await CheckCommand.RunAsync(asked, Console.Out, Console.Error, CancellationToken.None);
}

if (args is ["health", .. var which])
{
    return await HealthCommand.RunAsync(which, Console.Out, CancellationToken.None);
}

try
{
    await using var start = await PortalStart.FromAsync(args);
    var app = start.Build();

    // The order is the behaviour: what stands above sees every answer of what stands below.
    app.UseProxyHeaders(start.Settings.TrustedProxies);
    app.UsePublicSites();
    app.UseLanguages();
    app.UseEmbedLoader();
    app.UsePortalSecurityHeaders();
    app.UseRequestLog();
    app.UseHostFiltering();
    app.UseRefusalPages();
    app.UseBadRequestStatus();
    app.UseClearFraming();
    app.UseSiteAssets();
    app.UseRouting();
    app.UseMatchedRouteMark();
    app.UseCrossOriginGuard();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapConnector();
    app.MapPageParts();
    app.MapRazorPages().WithStaticAssets();
    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
