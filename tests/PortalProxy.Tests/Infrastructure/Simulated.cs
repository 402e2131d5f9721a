using PortalProxy.SimulatedAppliance;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>Simulated appliances of a size that suits tests.</summary>
public static class Simulated
{
    public const int SmallClient = 256 * 1024;

    public static Task<Stand> StartAsync(int clientBytes = SmallClient) => StartAsync(Era.Guide2008, clientBytes);

    public static Task<Stand> StartAsync(Era era, int clientBytes = SmallClient) =>
        StartAsync(new SimulatedApplianceOptions { Era = era, ClientBytes = clientBytes });

    public static Task<Stand> StartAsync(SimulatedApplianceOptions options) => Stand.StartAsync(options, TestContext.Current.CancellationToken);
}
