using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Appliance;

/// <summary>The room Appliance as the portal puts it together, on a socket to a simulated appliance.</summary>
internal sealed class DirectoryStand : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private DirectoryStand(Stand appliance, ServiceProvider services)
    {
        Appliance = appliance;
        this.services = services;
    }

    public Stand Appliance { get; }

    public CommandApi Api => services.GetRequiredService<CommandApi>();

    public SupportDirectory Directory => services.GetRequiredService<SupportDirectory>();

    /// <summary>How often the list of representatives was asked for.</summary>
    public int Calls => Appliance.Requests.To("/api/command.ns").Count(one => one.Value("action") == "get_logged_in_reps");

    public static Task<DirectoryStand> StartAsync(params (string Key, string? Value)[] settings) => StartAsync(TimeProvider.System, settings);

    public static async Task<DirectoryStand> StartAsync(TimeProvider time, params (string Key, string? Value)[] settings)
    {
        var appliance = await Simulated.StartAsync(clientBytes: 1);
        var options = InMemory.Read(
        [
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:Username", "portal"), ("Appliance:Password", "simulated"), .. settings,
        ]);
        return new(appliance, new ServiceCollection().AddLogging().AddSingleton(options.Appliance).AddAppliance().AddSingleton(time).BuildServiceProvider());
    }

    public ValueTask<DirectorySnapshot?> GetAsync() => Directory.GetAsync(TestContext.Current.CancellationToken);

    public Task<DirectorySnapshot?> GetFreshAsync() => Directory.GetFreshAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Appliance.DisposeAsync();
    }
}
