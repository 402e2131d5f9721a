namespace PortalProxy.Tests.Appliance;

/// <summary>Somebody unknown may just have logged in, so the directory looks again, but not as often as visitors like.</summary>
public sealed class FreshLookTests
{
    [Fact]
    public async Task A_fresh_look_is_shared_and_taken_once_in_ten_seconds()
    {
        var time = new Clock();
        await using var stand = await DirectoryStand.StartAsync(time);
        await stand.GetAsync();
        stand.Appliance.State.LogIn(new(105, "Tomáš Novák", "Novak, T."));

        var looks = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(stand.GetFreshAsync)));
        Assert.All(looks, one => Assert.NotNull(one?.Find(new(105))));
        Assert.Equal(2, stand.Calls);

        time.Now += TimeSpan.FromSeconds(9.9);
        await stand.GetFreshAsync();
        Assert.Equal(2, stand.Calls);

        time.Now += TimeSpan.FromSeconds(0.1);
        await stand.GetFreshAsync();
        Assert.Equal(3, stand.Calls);
    }

    [Fact]
    public async Task A_fresh_look_that_fails_leaves_the_last_good_one()
    {
        await using var stand = await DirectoryStand.StartAsync();
        var good = await stand.GetAsync();
        stand.Appliance.State.Failing = true;

        Assert.Same(good, await stand.GetFreshAsync());
        Assert.Same(good, await stand.GetAsync());
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
