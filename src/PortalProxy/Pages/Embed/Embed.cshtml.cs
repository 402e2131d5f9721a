using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Embed;

/// <summary>For web authors: the snippet to copy, whether their site may embed the portal, and with <c>?selftest=1</c> a check within it.</summary>
public sealed class EmbedModel(PublicSite site) : PageModel
{
    public bool IsSelfTest => Request.Query["selftest"] == "1";

    public EmbedChoices Choices => EmbedChoices.Of(Request.Query);

    public string Portal => $"{Request.Scheme}://{Request.Host.Value}";

    /// <summary>The address that the author asks about, cut down to its origin; null where none, or no address.</summary>
    public string? Origin => Uri.TryCreate(Request.Query["site"], UriKind.Absolute, out var page) && page.Scheme is "https" or "http"
        ? page!.GetLeftPart(UriPartial.Authority)
        : null;

    public bool MayEmbed => Origin is { } origin && (origin == Portal || site.FrameAncestors.Any(one => one.Allows(origin)));

    /// <summary>
    /// Whether this visitor reached the portal by a private address: their own is one then (RFC 1918, RFC 4193, loopback), or the
    /// host name is.
    /// </summary>
    public bool IsPrivate => HttpContext.Connection.RemoteIpAddress is { } address && IsLocal(address)
        || IPAddress.TryParse(Request.Host.Host, out var host) && IsLocal(host);

    public void OnGet()
    {
        // Razor Pages asks for a handler; all that the page shows it reads from the request.
    }

    private static bool IsLocal(IPAddress address) =>
        IPAddress.IsLoopback(address)
        || address.IsIPv6UniqueLocal
        || address.IsIPv6LinkLocal
        || address.MapToIPv4().GetAddressBytes() is [10, ..] or [192, 168, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..];
}
