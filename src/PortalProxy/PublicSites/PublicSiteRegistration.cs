using Microsoft.Extensions.Localization;
using PortalProxy.Languages;

namespace PortalProxy.PublicSites;

/// <summary>Gives every request its public site; whoever needs it asks for <see cref="PublicSite"/>.</summary>
public static class PublicSiteRegistration
{
    public static IServiceCollection AddPublicSites(this IServiceCollection services) => services
        .AddSingleton<SitesInForce>()
        .AddScoped<CurrentSite>()
        .AddScoped(request => request.GetRequiredService<CurrentSite>().Site)
        .AddScoped<IStringLocalizer>(request => request.GetRequiredService<PublicSite>().Texts)
        .AddLanguages(context => context.RequestServices.GetRequiredService<PublicSite>().Languages)
        .AddScoped<IssueMenus>();

    public static IApplicationBuilder UsePublicSites(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var sites = context.RequestServices.GetRequiredService<SitesInForce>().Table;
        context.RequestServices.GetRequiredService<CurrentSite>().Become(sites.For(context.Request.Host.Host));
        return next(context);
    });

    /// <summary>Who may embed the site of a request, as sources of CSP <c>frame-ancestors</c>.</summary>
    public static IReadOnlyList<string> FrameAncestorsOf(HttpContext context) =>
        [.. context.RequestServices.GetRequiredService<PublicSite>().FrameAncestors.Select(one => one.Source)];
}
