using System.Collections.Concurrent;
using PortalProxy.Appliance;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Judges the probes of an appliance that has failover partners. One bad probe takes it out; only several good ones in a row
/// bring it back, so that an appliance that comes and goes does not pull the customers to and fro.
/// </summary>
internal sealed partial class ProbedHealth(
    IDestinationHealthUpdater health, ApplianceAddresses addresses, Redaction redaction, ILogger<ProbedHealth> logger) : IActiveHealthCheckPolicy
{
    public const string PolicyName = "Probed";

    public const int GoodProbesToReturn = 3;

    private readonly ConcurrentDictionary<string, int> goodInARow = new();

    public string Name => PolicyName;

    public void ProbingCompleted(ClusterState cluster, IReadOnlyList<DestinationProbingResult> probingResults) => health.SetActive(
        cluster, [.. probingResults.Select(probe => new NewActiveDestinationHealth(probe.Destination, Judge(probe)))]);

    private DestinationHealth Judge(DestinationProbingResult probe)
    {
        var destination = probe.Destination;
        var before = destination.Health.Active;
        var isGood = probe.Exception is null && probe.Response is { StatusCode: < System.Net.HttpStatusCode.InternalServerError };
        var row = goodInARow.AddOrUpdate(destination.DestinationId, _ => isGood ? 1 : 0, (_, sofar) => isGood ? sofar + 1 : 0);
        var now = !isGood ? DestinationHealth.Unhealthy
            : before == DestinationHealth.Unhealthy && row < GoodProbesToReturn ? DestinationHealth.Unhealthy
            : DestinationHealth.Healthy;

        var address = new Uri(destination.Model.Config.Address);
        addresses.Mark(address, now == DestinationHealth.Healthy && destination.Health.Passive != DestinationHealth.Unhealthy);
        if (now != before && (now == DestinationHealth.Unhealthy || before == DestinationHealth.Unhealthy))
        {
            var cause = probe.Exception is { } failure ? FailureMessage.Of(failure) : $"status {(int?)probe.Response?.StatusCode}";
            Log.Changed(logger, address, now, redaction.Clean(cause));
        }

        return now;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Appliance {Address} is {Health} now: {Cause}")]
        public static partial void Changed(ILogger logger, Uri address, DestinationHealth health, string cause);
    }
}
