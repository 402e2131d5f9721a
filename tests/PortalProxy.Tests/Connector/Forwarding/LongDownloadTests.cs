using System.Diagnostics;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>A download may take for ever, as long as it moves: its time-outs are for the first byte and for standing still.</summary>
public sealed class LongDownloadTests
{
    private const int Pieces = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan EveryLimit = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_download_that_moves_outlives_every_time_out()
    {
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(Pieces));
            using var ticks = new PeriodicTimer(Pause);
            for (var sent = 0; sent < Pieces; sent++)
            {
                await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
                await exchange.SendAsync("x");
            }
        });
        var limit = EveryLimit.ToString("c");
        await using var portal = appliance.StartPortal(
            ("Appliance:ConnectTimeout", limit), ("Appliance:AnswerTimeout", limit), ("Appliance:IdleTimeout", limit), ("Appliance:CommandTimeout", limit));

        var wait = Stopwatch.StartNew();
        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal(Pieces, (await answer.BytesAsync()).Length);
        Assert.True(wait.Elapsed > 2 * EveryLimit, $"It took only {wait.Elapsed}.");
        Assert.Equal("HandedOver", Assert.Single(await portal.Log.WaitForAsync("Connector request by")).Properties["Outcome"].ToString());
    }

    [Fact]
    public void Every_time_out_has_the_default_that_the_documents_state()
    {
        var options = Settings.InMemory.Read().Appliance;

        Assert.Equal(
            (5, 30, 300, 10, 5),
            (options.ConnectTimeout.TotalSeconds, options.AnswerTimeout.TotalSeconds, options.IdleTimeout.TotalSeconds,
                options.CommandTimeout.TotalSeconds, options.ProbeInterval.TotalSeconds));
    }
}
