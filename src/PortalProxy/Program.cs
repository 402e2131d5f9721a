using PortalProxy;
using PortalProxy.Connector;
using PortalProxy.Hosting;
using PortalProxy.Languages;
using PortalProxy.Pages;
using PortalProxy.PublicSites;

return await (Commands.Named(args) ?? PortalStart.ServeAsync(args, (app, settings) =>
{
    // The order is the behaviour: what stands above sees every answer of what stands below.
    app.UseProxyHeaders(settings.TrustedProxies);
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
    app.UsePageCache();
    app.MapStaticAssets();
    app.MapHealth();
    app.MapConnector();
    app.MapPageParts();
    app.MapRazorPages().WithStaticAssets();
}));
