using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;

namespace PortalProxy.Languages;

/// <summary>Answers every request in its customer's language: texts, dates and numbers. Nothing is stored, no cookie either.</summary>
public static class LanguageNegotiation
{
    /// <param name="services">The registrations.</param>
    /// <param name="languagesOf">The languages of a request's public site, the first one for everybody else.</param>
    public static IServiceCollection AddLanguages(this IServiceCollection services, Func<HttpContext, IReadOnlyList<Language>> languagesOf) => services
        .AddScoped<PageLanguage>()
        .Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [.. Language.All.Select(language => language.Culture)];
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new(Language.English.Culture);
            options.RequestCultureProviders = [new CustomRequestCultureProvider(context =>
            {
                var page = context.RequestServices.GetRequiredService<PageLanguage>();
                return Task.FromResult<ProviderCultureResult?>(new(page.Negotiate(context.Request, languagesOf(context)).Tag));
            })];
        });

    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app
        .UseRequestLocalization()
        .Use((context, next) =>
        {
            context.Response.OnStarting(NameLanguage, context);
            return next(context);
        });

    // What is worded for a person: pages, and problems for programs. A client, an asset or an event has no language.
    private static Task NameLanguage(object state)
    {
        var context = (HttpContext)state;
        if (context.Response.ContentType is { } type
            && (type.StartsWith("text/html", StringComparison.Ordinal) || type.StartsWith("application/problem+json", StringComparison.Ordinal)))
        {
            context.Response.Headers.ContentLanguage = context.RequestServices.GetRequiredService<PageLanguage>().Language.Tag;
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }

        return Task.CompletedTask;
    }
}
