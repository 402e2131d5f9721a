using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Limits;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Limits;

/// <summary>How many wrong keys somebody can try.</summary>
public sealed class KeyTriesTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly ServiceProvider provider = new ServiceCollection().AddMetrics().AddLogging().BuildServiceProvider();
    private readonly LogLines<LimitReport> log = new();
    private readonly LocalWindows windows;
    private readonly LimitReport report;
    private readonly KeyTries keys;

    public KeyTriesTests()
    {
        var limits = InMemory.Read().RateLimits;
        windows = new(time);
        report = new(provider.GetRequiredService<IMeterFactory>(), limits, log);
        keys = new(windows, limits, report, time);
    }

    [Fact]
    public async Task Ten_refused_keys_close_the_door_until_a_minute_has_passed()
    {
        Assert.Equal(10, await GuessAsync("203.0.113.7", 20));
        Assert.Equal(TimeSpan.FromMinutes(1), await WaitAsync("203.0.113.7"));
        Assert.Equal(TimeSpan.FromMinutes(1), await WaitAsync("::ffff:203.0.113.7"));
        Assert.Null(await WaitAsync("203.0.113.8"));

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, await GuessAsync("203.0.113.7", 1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(10, await GuessAsync("203.0.113.7", 20));
    }

    [Theory, InlineData(-1), InlineData(1)]
    public async Task A_clock_that_is_set_neither_opens_the_door_nor_keeps_it_closed(int hours)
    {
        Assert.Equal(10, await GuessAsync("203.0.113.7", 20));

        time.SetClock(TimeSpan.FromHours(hours));
        Assert.Equal(TimeSpan.FromMinutes(1), await WaitAsync("203.0.113.7"));

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, await GuessAsync("203.0.113.7", 20));
    }

    [Fact]
    public async Task No_minute_holds_more_than_ten_wherever_it_begins()
    {
        Assert.Equal(9, await GuessAsync("203.0.113.7", 9));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, await GuessAsync("203.0.113.7", 20));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(9, await GuessAsync("203.0.113.7", 20));
    }

    [Fact]
    public async Task An_hour_holds_sixty()
    {
        var refused = 0;
        for (var minute = 0; minute < 30; minute++)
        {
            refused += await GuessAsync("203.0.113.7", 20);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(60, refused);
        Assert.Equal(TimeSpan.FromMinutes(30), await WaitAsync("203.0.113.7"));
    }

    [Fact]
    public async Task A_try_counts_while_it_is_under_way_and_costs_nothing_when_given_back()
    {
        var underWay = new List<KeyTry>();
        for (var count = 0; count < 10; count++)
            underWay.Add(await keys.BeginAsync(Client("203.0.113.7")));
        Assert.NotNull((await keys.BeginAsync(Client("203.0.113.7"))).Wait);

        foreach (var one in underWay)
        {
            await one.GiveBackAsync();
            await one.GiveBackAsync();
        }

        Assert.Equal(10, await GuessAsync("203.0.113.7", 20));
    }

    [Fact]
    public async Task A_page_that_hands_a_phone_to_an_app_or_refuses_has_ten_times_the_room_and_an_end()
    {
        for (var count = 0; count < 100; count++)
            await (await keys.BeginAsync(Client("203.0.113.7"), mayBeHandedOff: true)).HandedOffAsync();

        Assert.NotNull((await keys.BeginAsync(Client("203.0.113.7"), mayBeHandedOff: true)).Wait);
        Assert.Null(await WaitAsync("203.0.113.7"));
        Assert.Equal(10, await GuessAsync("203.0.113.7", 20));
    }

    [Fact]
    public async Task A_phone_that_gets_its_file_or_a_failure_has_used_nothing()
    {
        for (var count = 0; count < 200; count++)
            await (await keys.BeginAsync(Client("203.0.113.7"), mayBeHandedOff: true)).GiveBackAsync();

        Assert.Null((await keys.BeginAsync(Client("203.0.113.7"), mayBeHandedOff: true)).Wait);
    }

    [Fact]
    public async Task An_ipv6_client_is_a_64_and_a_48_has_the_same_limit()
    {
        Assert.Equal(5, await GuessAsync("2001:db8:1:1::1", 5));
        Assert.Equal(5, await GuessAsync("2001:db8:1:2::2", 20));
        Assert.Equal(0, await GuessAsync("2001:db8:1:3::3", 1));
        Assert.Equal(1, await GuessAsync("2001:db8:2:1::1", 1));
    }

    [Fact]
    public async Task At_the_ceiling_who_had_none_refused_keeps_one_try_and_the_log_alerts_once()
    {
        for (var attacker = 1; attacker <= 60; attacker++)
            Assert.Equal(5, await GuessAsync($"198.51.100.{attacker}", 5));

        Assert.Equal(0, await GuessAsync("198.51.100.1", 5));
        Assert.Equal(1, await GuessAsync("203.0.113.7", 5));
        Assert.Single(log.Lines, line => line.Contains("guessing session keys", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(5, await GuessAsync("198.51.100.1", 5));
    }

    [Fact]
    public async Task Nobody_is_remembered_for_longer_than_needed()
    {
        await GuessAsync("203.0.113.7", 3);
        time.Advance(TimeSpan.FromHours(2));
        await GuessAsync("203.0.113.8", 1);

        Assert.Equal(3, windows.Count);
    }

    public void Dispose()
    {
        report.Dispose();
        provider.Dispose();
    }

    private static ClientNetwork Client(string address) => ClientNetwork.Of(IPAddress.Parse(address));

    private async Task<int> GuessAsync(string address, int times)
    {
        var tried = 0;
        for (var count = 0; count < times; count++)
            tried += (await keys.BeginAsync(Client(address))).Wait is null ? 1 : 0;
        return tried;
    }

    private ValueTask<TimeSpan?> WaitAsync(string address) => keys.WaitAsync(Client(address));
}
