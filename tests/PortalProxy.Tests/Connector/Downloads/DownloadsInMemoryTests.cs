using Microsoft.Extensions.Time.Testing;
using PortalProxy.Connector.Downloads;

namespace PortalProxy.Tests.Connector.Downloads;

public sealed class DownloadsInMemoryTests
{
    private readonly FakeTimeProvider time = new();
    private readonly DownloadsInMemory downloads;

    public DownloadsInMemoryTests() => downloads = new(time);

    [Theory]
    [InlineData(DownloadState.HandedOver)]
    [InlineData(DownloadState.BrokenOff)]
    public async Task Whoever_follows_from_the_beginning_hears_of_start_and_end(DownloadState end)
    {
        var id = NewId();
        await using var heard = downloads.FollowAsync(id, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        var first = heard.MoveNextAsync();
        Assert.False(first.IsCompleted);
        downloads.Report(id, DownloadState.Started);
        Assert.True(await first);
        Assert.Equal(DownloadState.Started, heard.Current);

        var second = heard.MoveNextAsync();
        Assert.False(second.IsCompleted);
        downloads.Report(id, end);
        Assert.True(await second);
        Assert.Equal(end, heard.Current);
        Assert.False(await heard.MoveNextAsync());
    }

    [Fact]
    public async Task Whoever_comes_after_the_end_hears_the_end_for_minutes_and_then_no_more()
    {
        var id = NewId();
        downloads.Report(id, DownloadState.Started);
        downloads.Report(id, DownloadState.HandedOver);

        time.Advance(DownloadsInMemory.Kept - TimeSpan.FromSeconds(1));
        Assert.Equal([DownloadState.HandedOver], await AllAsync(id));

        time.Advance(TimeSpan.FromSeconds(1));
        downloads.Report(NewId(), DownloadState.Started);
        Assert.Equal(1, downloads.Count);
    }

    [Fact]
    public async Task A_long_download_is_not_forgotten_while_it_runs()
    {
        var id = NewId();
        downloads.Report(id, DownloadState.Started);
        await using var heard = downloads.FollowAsync(id, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await heard.MoveNextAsync();

        time.Advance(2 * DownloadsInMemory.Kept);
        downloads.Report(id, DownloadState.HandedOver);

        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(DownloadState.HandedOver, heard.Current);
    }

    [Fact]
    public async Task One_download_says_nothing_of_another()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var heard = downloads.FollowAsync(NewId(), patience.Token).GetAsyncEnumerator(patience.Token);
        var first = heard.MoveNextAsync();

        downloads.Report(NewId(), DownloadState.HandedOver);

        Assert.False(first.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);
    }

    [Fact]
    public async Task An_id_that_was_only_asked_for_is_not_remembered()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var heard = downloads.FollowAsync(NewId(), patience.Token).GetAsyncEnumerator(patience.Token);
        var first = heard.MoveNextAsync();
        Assert.Equal(1, downloads.Count);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);

        Assert.Equal(0, downloads.Count);
    }

    private async Task<List<DownloadState>> AllAsync(DownloadId id)
    {
        var all = new List<DownloadState>();
        await foreach (var state in downloads.FollowAsync(id, TestContext.Current.CancellationToken))
            all.Add(state);
        return all;
    }

    private static DownloadId NewId() => DownloadId.TryParse(Guid.NewGuid().ToString("N"), out var id) ? id : throw new InvalidOperationException();
}
