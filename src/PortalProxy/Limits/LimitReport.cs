using System.Diagnostics.Metrics;
using PortalProxy.Telemetry;

namespace PortalProxy.Limits;

/// <summary>Says in the log and in metrics what was refused and limited, so that guessing can be traced. Of the client it tells the network.</summary>
public sealed partial class LimitReport : IDisposable
{
    private const string LimitName = "portalproxy.limit";
    private const string IsKey = "portalproxy.key";

    private readonly Meter meter;
    private readonly Counter<long> limited;
    private readonly Counter<long> refused;
    private readonly RateLimits limits;
    private readonly ILogger<LimitReport> logger;

    public LimitReport(IMeterFactory meters, RateLimits limits, ILogger<LimitReport> logger)
    {
        (this.limits, this.logger) = (limits, logger);
        meter = meters.Portal;
        limited = meter.CreateCounter<long>("portalproxy.limited", "{request}", "Requests that a limit turned away, by limit.");
        refused = meter.CreateCounter<long>("portalproxy.refused", "{request}", "Connector requests that the appliance refused.");
    }

    /// <summary>The appliance said no to a client.</summary>
    public void Refused(ClientNetwork client, bool isKey)
    {
        refused.Add(1, new KeyValuePair<string, object?>(IsKey, isKey));
        Log.Refused(logger, isKey ? "a key" : "a request", Shown(client));
    }

    /// <param name="client">Who was turned away.</param>
    /// <param name="limit">By what: the name of a setting, which says nothing of anybody.</param>
    public void Limited(ClientNetwork client, string limit)
    {
        limited.Add(1, new KeyValuePair<string, object?>(LimitName, limit));
        Log.Limited(logger, limit, Shown(client));
    }

    public void CeilingReached() => Log.Ceiling(logger, limits.RefusedKeysPerMinuteInTotal);

    public void Dispose() => meter.Dispose();

    private string Shown(ClientNetwork client) => limits.LogAddresses ? client.Address : client.Surroundings;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The appliance refused {What} of a client in {Network}.")]
        public static partial void Refused(ILogger logger, string what, string network);

        [LoggerMessage(2, LogLevel.Warning, "The limit {Limit} turned away a client in {Network}.")]
        public static partial void Limited(ILogger logger, string limit, string network);

        [LoggerMessage(3, LogLevel.Error, "Somebody may be guessing session keys from many addresses: {Count} were refused within a minute (Portal:RateLimits:RefusedKeysPerMinuteInTotal). Addresses without a refusal keep one try.")]
        public static partial void Ceiling(ILogger logger, int count);
    }
}
