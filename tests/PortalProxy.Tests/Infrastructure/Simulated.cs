using PortalProxy.SimulatedAppliance;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>Simulated appliances of a size that suits tests.</summary>
public static class Simulated
{
    public const int SmallClient = 256 * 1024;

    public static Task<Stand> StartAsync(int clientBytes = SmallClient) =>
        Stand.StartAsync(new SimulatedApplianceOptions { ClientBytes = clientBytes }, TestContext.Current.CancellationToken);
}
