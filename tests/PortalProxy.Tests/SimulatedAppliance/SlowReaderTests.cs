using System.Diagnostics;
using PortalProxy.SimulatedAppliance;
using Simulated = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.SimulatedAppliance;

/// <summary>A client too big for the socket's buffers, so that the appliance really waits for its reader.</summary>
public sealed class SlowReaderTests
{
    private static readonly SimulatedApplianceOptions Big = new() { ClientBytes = 40 * 1024 * 1024 };

    [Fact]
    public async Task A_reader_who_leaves_in_the_middle_ends_the_request()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var appliance = await Simulated.StartAsync(Big, cancel);
        await StopReadingAsync(appliance, leave: true, cancel);
        Assert.Equal(RequestEnding.Aborted, await appliance.Requests.All[0].Ended.WaitAsync(cancel));
    }

    [Fact]
    public async Task A_reader_who_pauses_does_not_keep_the_appliance_from_ending()
    {
        var cancel = TestContext.Current.CancellationToken;
        var appliance = await Simulated.StartAsync(Big, cancel);
        using var paused = await StopReadingAsync(appliance, leave: false, cancel);
        var watch = Stopwatch.StartNew();
        await appliance.DisposeAsync();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10)); // The host's own patience would be 30 seconds.
        Assert.Equal(RequestEnding.Aborted, await appliance.Requests.All[0].Ended.WaitAsync(cancel));
    }

    private static async Task<HttpClient> StopReadingAsync(Simulated appliance, bool leave, CancellationToken cancel)
    {
        var http = new HttpClient { BaseAddress = appliance.Url };
        var stream = await http.GetStreamAsync("/download_customer_connector.ns?issue_menu=1", cancel);
        await stream.ReadExactlyAsync(new byte[100_000], cancel);
        if (leave)
            await stream.DisposeAsync();
        return http;
    }
}
