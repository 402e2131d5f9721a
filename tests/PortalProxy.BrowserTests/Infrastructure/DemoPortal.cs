using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>A portal before a simulated appliance, shared by the tests of one class.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private Stand? appliance;
    private Portal? portal;

    public Stand Appliance => appliance ?? throw new InvalidOperationException("Not started yet.");

    public Portal Portal => portal ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync()
    {
        appliance = await Simulated.StartAsync();

        // As published: assets that a browser may store.
        portal = await Portal.Before(
            appliance,
            ("Portal:SupportPhone", "+46 8 123 456"),
            ("Appliance:DirectoryRefresh", "00:00:01"),
            ("ReloadStaticAssetsAtRuntime", "false")).WithDirectoryAsync();
    }

    public string NewKey() => Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).ShortKey;

    public async ValueTask DisposeAsync()
    {
        await (portal?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (appliance?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
