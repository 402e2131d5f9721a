using System.Globalization;
using System.Text.RegularExpressions;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>Who may embed the portal, as a source of the policy's <c>frame-ancestors</c> (CSP 3, section 2.3.1).</summary>
/// <param name="Source">Scheme, host (<c>*.</c> before it for its subdomains, <c>*</c> for every host) and port (<c>*</c> for every one).</param>
public sealed partial record FrameAncestor(string Source)
{
    public static IReadOnlyList<FrameAncestor> Read(SettingReader portal)
    {
        var sources = new List<FrameAncestor>();
        foreach (var (place, text) in portal.Texts("FrameAncestors"))
        {
            if (IsSource(text))
            {
                sources.Add(new(text));
            }
            else
            {
                portal.Mistake(
                    place,
                    $"is \"{text}\"",
                    "Write scheme, host and port, such as https://www.example.com or https://*.example.com, without a path and without a slash at the end.");
            }
        }

        return sources;
    }

    /// <summary>Whether a page of that origin may embed the portal, as browsers match it (CSP 3, section 6.7.2.8).</summary>
    /// <param name="origin">As browsers send it in <c>Origin</c>; anything else matches nothing.</param>
    public bool Allows(string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || page.GetLeftPart(UriPartial.Authority) != origin || page.UserInfo.Length > 0)
        {
            return false;
        }

        var parts = Parts().Match(Source);
        return AllowsScheme(parts.Groups["scheme"].Value, page.Scheme)
            && AllowsHost(parts.Groups["host"].Value, page.IdnHost)
            && AllowsPort(parts.Groups["port"].Value, page);
    }

    // What may come over http may come over https too.
    private static bool AllowsScheme(string scheme, string found) =>
        Same(scheme, found) || Same(scheme, Uri.UriSchemeHttp) && found == Uri.UriSchemeHttps;

    private static bool AllowsHost(string host, string found) =>
        host == "*" || Same(host, found) || host.StartsWith("*.", StringComparison.Ordinal) && found.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase);

    private static bool AllowsPort(string port, Uri page) =>
        port.Length == 0 ? page.IsDefaultPort : port == "*" || port == page.Port.ToString(CultureInfo.InvariantCulture);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsSource(string text) =>
        Parts().Match(text) is { Success: true } parts
        && (parts.Groups["port"].Value is "" or "*" || ushort.TryParse(parts.Groups["port"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0);

    // No space, comma, semicolon or quote can pass, so a setting can't add a directive of its own to the policy.
    [GeneratedRegex(
        @"\A(?<scheme>https?)://(?<host>\*|(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)(:(?<port>[0-9]{1,5}|\*))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
