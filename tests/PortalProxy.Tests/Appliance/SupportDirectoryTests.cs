using System.Diagnostics;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>How often the appliance is asked, and when.</summary>
public sealed class SupportDirectoryTests
{
    [Fact]
    public async Task It_is_fetched_once_for_a_hundred_callers_at_once()
    {
        await using var stand = await DirectoryStand.StartAsync();

        var snapshots = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(async () => await stand.GetAsync())));

        Assert.Equal(1, stand.Calls);
        Assert.All(snapshots, one => Assert.Same(snapshots[0], one));
        Assert.Equal(["Åsa Lindqvist", "Jürgen Groß", "Mary O’Neill & Co"], snapshots[0]?.Listed.Select(one => one.Name));
        Assert.Equal([1, 2, 3, 4], snapshots[0]?.Issues.Select(one => one.Id.Value));
    }

    [Fact]
    public async Task Nothing_is_fetched_while_nobody_asks()
    {
        await using var appliance = await Simulated.StartAsync(clientBytes: 1);
        await using var portal = Portal.Before(appliance, ("Appliance:DirectoryRefresh", "00:00:00.0500000"));
        var uptime = Stopwatch.StartNew();

        await Poll.UntilAsync(
            async () => (await portal.Client.GetAsync("/readyz", TestContext.Current.CancellationToken)).IsSuccessStatusCode && uptime.ElapsedMilliseconds > 500,
            "ten refreshes could have been");

        Assert.Empty(appliance.Requests.All);
    }

    [Fact]
    public async Task It_is_not_fetched_again_once_nobody_asks_any_more()
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:DirectoryRefresh", "00:00:00.0500000"));
        await stand.GetAsync();
        var since = Stopwatch.StartNew();

        await Poll.UntilAsync(() => since.ElapsedMilliseconds > 500, "ten refreshes could have been");

        Assert.Equal(1, stand.Calls);
    }

    [Fact]
    public async Task It_is_refreshed_ahead_of_time_so_that_nobody_waits()
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:DirectoryRefresh", "00:00:03"));
        var first = await stand.GetAsync();
        var loaded = Stopwatch.StartNew();
        var answer = new TaskCompletionSource();
        stand.Appliance.State.AnswerAfter = answer.Task;

        var longest = TimeSpan.Zero;
        await Poll.UntilAsync(
            async () =>
            {
                var asked = loaded.Elapsed;
                Assert.Same(first, await stand.GetAsync());
                longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, (loaded.Elapsed - asked).Ticks));
                return stand.Calls == 2;
            },
            "the directory is asked for a second time");

        Assert.True(longest < TimeSpan.FromSeconds(1), $"Somebody waited for {longest} while the appliance thought.");
        stand.Appliance.State.LogOut(101);
        answer.SetResult();
        await Poll.UntilAsync(async () => (await stand.GetAsync())?.Find(new(101)) is null, "the new directory is there");
    }

    [Fact]
    public async Task A_change_is_seen_after_the_set_time()
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:DirectoryRefresh", "00:00:00.1000000"));
        Assert.Null((await stand.GetAsync())?.Find(new(105)));

        stand.Appliance.State.LogIn(new(105, "Tomáš Novák", "Novak, T."));

        await Poll.UntilAsync(async () => (await stand.GetAsync())?.Find(new(105)) is not null, "the newcomer is known");
    }

    [Fact]
    public async Task Without_an_account_there_is_no_directory_and_no_call()
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:Username", ""), ("Appliance:Password", ""));

        Assert.False(stand.Directory.HasAccount);
        Assert.Null(await stand.GetAsync());
        Assert.Null(await stand.GetFreshAsync());
        Assert.Empty(stand.Appliance.Requests.All);
    }
}
