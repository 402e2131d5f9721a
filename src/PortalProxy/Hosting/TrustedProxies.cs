using Microsoft.AspNetCore.HttpOverrides;
using PortalProxy.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace PortalProxy.Hosting;

/// <summary>The networks whose forwarded headers count. Everybody else's are ignored: they can claim anything.</summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
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

    public ForwardedHeadersOptions ToOptions()
    {
        var options = new ForwardedHeadersOptions
        {
            // Where no network is known, the framework would believe everybody.
            ForwardedHeaders = Networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
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
