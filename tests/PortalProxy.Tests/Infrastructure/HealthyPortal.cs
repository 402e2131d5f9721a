using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

[assembly: AssemblyFixture(typeof(HealthyPortal))]

namespace PortalProxy.Tests.Infrastructure;

/// <summary>One portal before one appliance for all tests that change nothing about either; starting them costs more than most tests.</summary>
public sealed class HealthyPortal : IAsyncLifetime
{
    private Stand? appliance;
    private Portal? portal;

    public Stand Appliance => appliance ?? throw new InvalidOperationException("Not started yet.");

    public Portal Portal => portal ?? throw new InvalidOperationException("Not started yet.");

    public Browser Browser => new(Portal.Client);

    public async ValueTask InitializeAsync()
    {
        appliance = await Simulated.StartAsync();

        // As published: run from a build, the framework would look for changed assets and let nobody store one.
        portal = Portal.Before(appliance, ("Portal:SupportPhone", "+46 8 123 456"), ("ReloadStaticAssetsAtRuntime", "false"));
    }

    public async ValueTask DisposeAsync()
    {
        await (portal?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (appliance?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
