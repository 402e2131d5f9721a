using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace PortalProxy.Telemetry;

/// <summary>
/// Lets nothing personal out with a span. Paths, queries, methods, hosts and browsers are what strangers typed; so an allow-list
/// stands here, in code, and whatever a library adds in its next version stays in.
/// </summary>
internal sealed class SafeSpans : BaseProcessor<Activity>
{
    private const string Host = "server.address";
    private const string Port = "server.port";

    private static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        "proxy.route_id",
        "proxy.cluster_id",
        "proxy.destination_id",
        PortalSpan.Reference,
        PortalSpan.Way,
        PortalSpan.Outcome,
        Host,
        Port);

    public override void OnEnd(Activity data)
    {
        var stranger = data.TagObjects.Select(tag => tag.Key).Where(key => !IsSafe(key, data)).ToList();
        foreach (var key in stranger)
        {
            data.SetTag(key, null);
        }

        // A description is an exception's message, which may quote what was sent.
        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }
    }

    // Of a server span they are the visitor's Host header, of a client span the settings' address of the appliance.
    private static bool IsSafe(string key, Activity span) =>
        Allowed.Contains(key) && (key is not (Host or Port) || span.Kind == ActivityKind.Client);
}
