using System.Collections.Concurrent;
using System.Text;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Look;

/// <summary>What a public site brings of its own: its logo, and the style sheet in its accent colour.</summary>
public sealed class SiteAssets(IWebHostEnvironment environment)
{
    private const string Folder = "/site";

    private readonly ConcurrentDictionary<string, StyleSheet> sheets = new();

    /// <summary>Address of the site's style sheet.</summary>
    public string StyleOf(PublicSite site) => $"{Folder}/{SheetOf(site).FileName}";

    /// <summary>Address of the site's logo; null where it has none.</summary>
    public static string? LogoOf(PublicSite site) => site.Logo is { } logo ? $"{Folder}/{logo.FileName}" : null;

    /// <summary>Compresses the style sheet alone: files of <c>wwwroot</c> are compressed already, and a customer client never is.</summary>
    public static IApplicationBuilder Use(IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Folder, StringComparison.Ordinal), assets => assets.UseResponseCompression());

    public static void Map(IEndpointRouteBuilder app) => app.MapGet($"{Folder}/{{file}}", Show);

    private static IResult Show(string file, HttpContext context, SiteAssets assets, PublicSite site)
    {
        // The name holds a hash of the content.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (assets.SheetOf(site) is { } sheet && file == sheet.FileName)
        {
            return Results.Text(sheet.Text, "text/css", Encoding.UTF8);
        }

        if (site.Logo is { } logo && file == logo.FileName)
        {
            return Results.Bytes(logo.Bytes, logo.ContentType);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.NotFound();
    }

    private StyleSheet SheetOf(PublicSite site) =>
        sheets.GetOrAdd(site.Accent?.Light.ToString() ?? "", _ => StyleSheet.Of(site.Accent, environment));
}
