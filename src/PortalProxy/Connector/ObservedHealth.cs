using PortalProxy.Appliance;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace PortalProxy.Connector;

/// <summary>What a customer's own request has shown: an appliance that could not be reached is left out at once, for a while.</summary>
internal sealed class ObservedHealth(IDestinationHealthUpdater health, ApplianceAddresses addresses) : IPassiveHealthCheckPolicy
{
    public const string PolicyName = "Observed";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (Failover.WasNotReached(context))
        {
            addresses.Mark(new Uri(destination.Model.Config.Address), isUp: false);
            health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, Pause);
        }
    }
}
