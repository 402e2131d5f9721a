using System.Security.Cryptography;
using System.Text;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Look;

/// <summary>
/// What a public site brings of its own: its logo, and a style sheet with its accent colour. The sheet is the portal's and the
/// colour in one, since each file more is a round trip more on a first visit.
/// </summary>
public sealed class SiteAssets(PublicSiteTable sites, IWebHostEnvironment environment)
{
    private const string Route = "/site/{file}";

    private readonly Dictionary<AccentColor, Sheet> sheets = sites.All
        .Select(site => site.Accent)
        .OfType<AccentColor>()
        .Distinct()
        .ToDictionary(accent => accent, accent => SheetOf(accent, environment));

    /// <summary>Address of the site's own style sheet; null where it has the portal's.</summary>
    public string? StyleOf(PublicSite site) => site.Accent is { } accent ? AddressOf(sheets[accent].FileName) : null;

    /// <summary>Address of the site's logo; null where it has none.</summary>
    public static string? LogoOf(PublicSite site) => site.Logo is { } logo ? AddressOf(logo.FileName) : null;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Route, Show);

    private static string AddressOf(string file) => Route.Replace("{file}", file, StringComparison.Ordinal);

    private static IResult Show(string file, HttpContext context, SiteAssets assets, PublicSite site)
    {
        // The name holds a hash of the content.
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        if (site.Accent is { } accent && assets.sheets[accent] is { } sheet && file == sheet.FileName)
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

    private static Sheet SheetOf(AccentColor accent, IWebHostEnvironment environment)
    {
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo("css/portal.css").CreateReadStream());
        var text = $"{reader.ReadToEnd()}\n:root {{ --accent: light-dark({accent.Light}, {accent.Dark}); }}\n";
        return new($"portal-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..8])}.css", text);
    }

    private sealed record Sheet(string FileName, string Text);
}
