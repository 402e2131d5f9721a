using PortalProxy.Appliance;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// What a customer's own request has shown: an appliance that could not be reached is left out at once, for as long as it takes
/// the probes to find it well again.
/// </summary>
internal sealed partial class ObservedHealth(
    IDestinationHealthUpdater health, ApplianceAddresses addresses, ApplianceOptions options, ILogger<ObservedHealth> logger)
    : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "Observed";

    private readonly TimeSpan pause = ProbedHealth.GoodProbesToReturn * options.ProbeInterval;

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (!Failover.WasNotReached(context))
        {
            return;
        }

        var address = new Uri(destination.Model.Config.Address);
        if (destination.Health.Passive != DestinationHealth.Unhealthy)
        {
            Log.LeftOut(logger, address, pause, FailureCause.Of(context.GetForwarderErrorFeature()!));
        }

        addresses.Mark(address, isUp: false);
        health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, pause);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Appliance {Address} gave a customer no answer and is left out for {Pause}: {Cause}")]
        public static partial void LeftOut(ILogger logger, Uri address, TimeSpan pause, string cause);
    }
}
