using System.Diagnostics;

namespace PortalProxy.Telemetry;

/// <summary>
/// Reads no trace headers and writes none. Whoever opens a public page can send any trace id, sampling flag and baggage: taken
/// over, they would join strangers' requests into one trace, or fill the backend's storage. Every request begins a trace of its own.
/// </summary>
internal sealed class StrangersTrace : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        // Neither the appliance nor anybody else learns of our traces.
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
