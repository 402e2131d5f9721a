using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PortalProxy.Limits;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Limits;

/// <summary>Downloads at once, and the short queue before them.</summary>
public sealed class DownloadSlotsTests : IDisposable
{
    private static readonly ClientNetwork Client = ClientNetwork.Of(IPAddress.Parse("203.0.113.7"));

    private readonly FakeTimeProvider time = new();
    private readonly ServiceProvider provider = new ServiceCollection().AddMetrics().AddLogging().BuildServiceProvider();
    private readonly LogLines<LimitReport> log = new();
    private readonly LimitReport report;
    private readonly DownloadSlots slots;

    public DownloadSlotsTests()
    {
        var limits = InMemory.Read(("Portal:RateLimits:ConcurrentDownloads", "2")).RateLimits;
        report = new(provider.GetRequiredService<IMeterFactory>(), limits, log);
        slots = new(limits, report, time);
    }

    [Fact]
    public async Task Who_finds_none_free_waits_and_gets_the_first_that_ends()
    {
        var first = await TakeAsync();
        using var second = await TakeAsync();
        var third = TakeAsync();
        time.Advance(DownloadSlots.LongestWait - TimeSpan.FromMilliseconds(1));
        Assert.False(third.IsCompleted);

        first!.Dispose();

        using var slot = await Soon.Within(third);
        Assert.NotNull(slot);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Nobody_waits_for_longer_than_the_stated_time_and_the_log_says_who_went_away()
    {
        using var first = await TakeAsync();
        using var second = await TakeAsync();
        var third = TakeAsync();

        time.Advance(DownloadSlots.LongestWait);

        Assert.Null(await Soon.Within(third));
        Assert.Equal("The limit ConcurrentDownloads turned away a client in 203.0.113.0/24.", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task The_queue_is_as_long_as_there_are_slots_and_beyond_it_nobody_waits_at_all()
    {
        using var first = await TakeAsync();
        using var second = await TakeAsync();
        var third = TakeAsync();
        var fourth = TakeAsync();

        Assert.Null(await Soon.Within(TakeAsync()));

        Assert.False(third.IsCompleted || fourth.IsCompleted);
        time.Advance(DownloadSlots.LongestWait);
        Assert.Equal([null, null], await Soon.Within(Task.WhenAll(third, fourth)));
    }

    [Fact]
    public async Task A_customer_who_leaves_the_queue_leaves_the_slot_to_the_next()
    {
        var first = await TakeAsync();
        using var second = await TakeAsync();
        using var leaving = new CancellationTokenSource();
        var third = slots.TakeAsync(Client, leaving.Token).AsTask();
        var fourth = TakeAsync();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        first!.Dispose();

        using var slot = await Soon.Within(fourth);
        Assert.NotNull(slot);
    }

    public void Dispose()
    {
        slots.Dispose();
        report.Dispose();
        provider.Dispose();
    }

    private Task<IDisposable?> TakeAsync() => slots.TakeAsync(Client, TestContext.Current.CancellationToken).AsTask();
}
