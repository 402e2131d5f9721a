using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>A portal with a command API account before an appliance of its own, shared by the tests of one class.</summary>
public sealed class StandardPortal : IAsyncLifetime
{
    public Stand Appliance { get; private set; } = null!;

    public Portal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Appliance = await Simulated.StartAsync();
        Portal = await Portal.Before(Appliance).WithDirectoryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Appliance.DisposeAsync();
    }

    /// <summary>The appliance's record of the connector requests that the given work causes.</summary>
    public async Task<IReadOnlyList<PortalProxy.SimulatedAppliance.RecordedRequest>> RecordAsync(Func<Task> work)
    {
        Appliance.Requests.Clear();
        await work();
        return [.. Appliance.Requests.All.Where(request => request.Path != "/api/command.ns")];
    }
}
