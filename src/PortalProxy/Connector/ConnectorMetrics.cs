using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Text.Json;
using PortalProxy.Telemetry;

namespace PortalProxy.Connector;

/// <summary>Counts connector requests and downloads, and writes on a request's span what it counts.</summary>
internal sealed class ConnectorMetrics
{
    private const string NoWay = "none";

    // From an appliance in the same rack to the answer time-out.
    private static readonly InstrumentAdvice<double> FirstByteBuckets = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30],
    };

    private static readonly FrozenDictionary<ConnectorWay, string> Ways = Names<ConnectorWay>();
    private static readonly FrozenDictionary<ConnectorOutcome, string> Outcomes = Names<ConnectorOutcome>();

    private readonly TimeProvider time;
    private readonly Counter<long> requests;
    private readonly Counter<long> sent;
    private readonly Histogram<double> firstByte;
    private readonly UpDownCounter<long> active;

    public ConnectorMetrics(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Portal;
        requests = meter.CreateCounter<long>("portalproxy.connector.requests", "{request}", "Connector requests, by way and outcome.");
        sent = meter.CreateCounter<long>("portalproxy.download.sent", "By", "Bytes of customer clients sent, counted when a download ends.");
        firstByte = meter.CreateHistogram(
            "portalproxy.download.time_to_first_byte", "s", "Time from a connector request to the first byte of its client.", tags: null, FirstByteBuckets);
        active = meter.CreateUpDownCounter<long>("portalproxy.download.active", "{download}", "Downloads in flight.");
    }

    /// <summary>A connector request has arrived.</summary>
    public Passing Begin(HttpContext context)
    {
        var passing = new Passing(this);

        // Not when the door is done: an answer without a body begins after that.
        context.Response.OnCompleted(passing.EndAsync);
        return passing;
    }

    public void Ended(HttpContext context, ConnectorWay? way, ConnectorOutcome outcome, long bytes)
    {
        var (wayName, outcomeName) = (way is { } one ? Ways[one] : NoWay, Outcomes[outcome]);
        requests.Add(1, new(PortalSpan.Way, wayName), new(PortalSpan.Outcome, outcomeName));
        if (bytes > 0)
        {
            sent.Add(bytes, new KeyValuePair<string, object?>(PortalSpan.Way, wayName));
        }

        PortalSpan.Mark(context, PortalSpan.Way, wayName);
        PortalSpan.Mark(context, PortalSpan.Outcome, outcomeName);
    }

    private static FrozenDictionary<T, string> Names<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToFrozenDictionary(one => one, one => JsonNamingPolicy.SnakeCaseLower.ConvertName(one.ToString()));

    /// <summary>One connector request on its way.</summary>
    public sealed class Passing(ConnectorMetrics owner)
    {
        private readonly long began = owner.time.GetTimestamp();
        private bool isDownload;

        /// <summary>The first byte of its client is about to leave.</summary>
        public void Started(ConnectorWay way)
        {
            isDownload = true;
            owner.active.Add(1);
            owner.firstByte.Record(owner.time.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>(PortalSpan.Way, Ways[way]));
        }

        internal Task EndAsync()
        {
            owner.active.Add(isDownload ? -1 : 0);
            return Task.CompletedTask;
        }
    }
}
