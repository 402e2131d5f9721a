using System.Security.Cryptography;
using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Two simulated appliances with clients that differ, and a portal before both; the first can die and come back.</summary>
internal sealed class FailoverPair : IAsyncDisposable
{
    private readonly SimulatedApplianceOptions options;

    private FailoverPair(SimulatedApplianceOptions options, Stand primary, Stand backup, Portal portal)
    {
        this.options = options with { Url = primary.Url.AbsoluteUri };
        (Primary, Backup, Portal) = (primary, backup, portal);
    }

    public Stand Primary { get; private set; }

    public Stand Backup { get; }

    public Portal Portal { get; }

    public static async Task<FailoverPair> StartAsync(SimulatedApplianceOptions options, params (string Key, string Value)[] settings)
    {
        var primary = await Simulated.StartAsync(options);
        var backup = await Simulated.StartAsync(options with { ClientSeed = options.ClientSeed + 1, ClientBytes = Simulated.SmallClient });
        return new(options, primary, backup, Portal.Before(primary, [("Appliance:BackupUrls:0", backup.Url.AbsoluteUri), .. settings]));
    }

    public ValueTask KillPrimaryAsync() => Primary.DisposeAsync();

    /// <summary>At its old address, with its old client.</summary>
    public async Task RevivePrimaryAsync() => Primary = await Simulated.StartAsync(options);

    /// <summary>The SHA-256 of the client that a new customer gets.</summary>
    public async Task<string> DownloadAsync()
    {
        using var answer = await Portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        Assert.Equal(200, (int)answer.StatusCode);
        return Convert.ToHexStringLower(SHA256.HashData(await answer.BytesAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Primary.DisposeAsync();
        await Backup.DisposeAsync();
    }
}
