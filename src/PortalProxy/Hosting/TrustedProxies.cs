using Microsoft.AspNetCore.HttpOverrides;
using PortalProxy.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace PortalProxy.Hosting;

/// <summary>The networks whose forwarded headers count. Everybody else's are ignored: they can claim anything.</summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    /// <summary>More proxies than stand behind each other anywhere: nobody makes the portal read an endless list.</summary>
    private const int LongestChain = 8;

    public static TrustedProxies Read(SettingReader portal)
    {
        var networks = new List<IPNetwork>();
        foreach (var (place, text) in portal.Texts("TrustedProxies"))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                networks.Add(network);
            }
            else
            {
                portal.Mistake(place, $"is \"{text}\"", "Write a network such as 10.0.0.0/8 or fd00::/8; a single address ends with /32 or /128.");
            }
        }

        return new(networks);
    }

    /// <param name="hosts">The names under which the portal may be asked; <c>*</c>: any.</param>
    public ForwardedHeadersOptions ToOptions(IReadOnlyList<string> hosts)
    {
        var options = new ForwardedHeadersOptions
        {
            // Where no network is known, the framework would believe everybody.
            ForwardedHeaders = Networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = LongestChain,
            AllowedHosts = hosts.Contains("*") ? [] : [.. hosts],
        };

        // The framework trusts loopback on its own account; here the setting alone decides.
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }
}
