using System.Text.RegularExpressions;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites;

/// <summary>An origin that may embed the portal, as a source of the policy's <c>frame-ancestors</c> (CSP 3, section 2.3.1).</summary>
public sealed partial record FrameAncestor(string Source)
{
    public static IReadOnlyList<FrameAncestor> Read(SettingReader portal)
    {
        var sources = new List<FrameAncestor>();
        foreach (var (place, text) in portal.Texts("FrameAncestors"))
        {
            if (Origin().IsMatch(text))
            {
                sources.Add(new(text));
            }
            else
            {
                portal.Mistake(place, $"is \"{text}\"", "Write scheme, host and port, such as https://www.example.com or https://*.example.com, without a path.");
            }
        }

        return sources;
    }

    // No space, comma, semicolon or quote can pass, so a setting can't add a directive of its own to the policy.
    [GeneratedRegex(@"\Ahttps?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:([0-9]{1,5}|\*))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
