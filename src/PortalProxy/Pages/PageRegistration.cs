using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using PortalProxy.Pages.Caching;
using PortalProxy.Pages.Embed;
using PortalProxy.Pages.HandOff;
using PortalProxy.Pages.Limiting;
using PortalProxy.Pages.Live;
using PortalProxy.Pages.Look;
using PortalProxy.Pages.Start;

namespace PortalProxy.Pages;

/// <summary>Razor Pages without cookies: no antiforgery token (the cross-origin guard stands in its place), no TempData.</summary>
public static class PageRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            options.Conventions.ConfigureFilter(new MethodFilter());
            options.Conventions.ConfigureFilter(new PageLimitFilter());
        });

        // Fields are read by the connector's own reader; model binding would have eaten the form's body before it.
        services.Configure<MvcOptions>(options => options.ValueProviderFactories.Clear());

        services.AddSingleton(IsolatedText.Encoder);

        // Razor Pages brings a key ring that is written to disk at start; nothing here is ever protected with it.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<PageShelves>();
        services.AddResponseCompression(options => (options.EnableForHttps, options.MimeTypes) = (true, ["text/css"]));
        services.AddScoped<Offers>();
        services.AddScoped<Prefill>();
        services.AddScoped<StartDescriptions>();
        return services.AddScoped<WayPageParts>();
    }

    /// <summary>What the pages' scripts listen to, and what the pages load beside the portal's own assets.</summary>
    public static void MapPageParts(this IEndpointRouteBuilder app)
    {
        SiteAssets.Map(app);
        app.MapDownloadEvents();
        app.MapAvailability();
        app.MapPrefill();
    }

    /// <summary>Words every error that has no body yet, the portal's own failures included.</summary>
    public static IApplicationBuilder UseRefusalPages(this IApplicationBuilder app) => app
        .UseStatusCodePagesWithReExecute("/refusal/{0}")
        .UseExceptionHandler("/refusal/500")
        .UseMiddleware<HandOffPage>();

    public static IApplicationBuilder UseEmbedLoader(this IApplicationBuilder app) => EmbedLoader.Use(app);

    /// <summary>Answers pages that hold nothing of one visitor's from memory.</summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) => app.UseMiddleware<PageCache>();

    public static IApplicationBuilder UseSiteAssets(this IApplicationBuilder app) => SiteAssets.Use(app);
}
