using System.Globalization;
using System.Net;
using System.Text;
using PortalProxy.Appliance;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace PortalProxy.Connector.Forwarding;

/// <summary>The appliance as a cluster of YARP's: its address, and those of its failover partners.</summary>
internal static class ApplianceCluster
{
    public const string Id = "appliance";

    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    // From version 14.2 on. An older appliance answers something else, which says just as well that it is there.
    private const string ProbePath = "/check_health";

    public static ClusterConfig Of(ApplianceOptions options) => new()
    {
        ClusterId = Id,
        Destinations = new[] { options.BaseUrl }.Concat(options.BackupUrls)
            .Select((address, order) => KeyValuePair.Create(Name(order), new DestinationConfig { Address = address.AbsoluteUri }))
            .ToDictionary(),
        HealthCheck = options.BackupUrls.Count == 0 ? null : new HealthCheckConfig
        {
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true,
                Interval = options.ProbeInterval,
                Timeout = ProbeTimeout,
                Path = ProbePath,
                Policy = ProbedHealth.PolicyName,
            },
            Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = ObservedHealth.PolicyName },
        },
        HttpClient = new HttpClientConfig
        {
            // Header bytes that are not ASCII pass as they are, both ways; otherwise one such byte would cost the whole download.
            RequestHeaderEncoding = Encoding.Latin1.WebName,
            ResponseHeaderEncoding = Encoding.Latin1.WebName,
        },
        HttpRequest = new ForwarderRequestConfig
        {
            // A connection for each download: one that is cut takes no other along, and big files come faster than over HTTP/2.
            Version = HttpVersion.Version11,
            ActivityTimeout = options.IdleTimeout,
            AllowResponseBuffering = false,
        },
    };

    // The name says the order of the settings.
    private static string Name(int order) => order.ToString("D3", CultureInfo.InvariantCulture);
}
