using Serilog.Events;

namespace PortalProxy.Tests.Appliance;

/// <summary>An outage that lasts is told when it begins, when its cause changes and when it ends, and not every five seconds.</summary>
public sealed class OutageLogTests
{
    private readonly Clock time = new();

    [Fact]
    public async Task The_cause_is_named_once_for_as_long_as_it_stays_the_same()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => 403;
        await LookAsync(stand, times: 5);
        stand.Appliance.Command = _ => 404;
        await LookAsync(stand, times: 5);
        stand.Appliance.Answer = asked => asked.Contains("get_support_teams", StringComparison.Ordinal) ? "<support_teams/>" : "<logged_in_reps/>";
        stand.Appliance.Command = _ => 200;
        await LookAsync(stand, times: 2);
        stand.Appliance.Command = _ => 404;
        await LookAsync(stand, times: 2);

        Assert.Equal(
            ["get_logged_in_reps: the appliance answered with status 403.", "get_logged_in_reps: the appliance answered with status 404.",
                null, "get_logged_in_reps: the appliance answered with status 404."],
            CausesIn(stand));
    }

    [Fact]
    public async Task Leaving_the_appliance_alone_for_a_while_is_no_news()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => 500;
        await LookAsync(stand, times: 5);

        Assert.Equal(["get_logged_in_reps: the appliance answered with status 500."], CausesIn(stand));
        Assert.Contains("left alone", await stand.FailAsync());
    }

    /// <summary>What is said of the directory; null: that it can be fetched again.</summary>
    private static IEnumerable<string?> CausesIn(CommandStand stand) =>
        stand.Log.Having("The directory").Select(one => ((ScalarValue?)one.Properties.GetValueOrDefault("Cause"))?.Value as string);

    private async Task LookAsync(CommandStand stand, int times)
    {
        for (var look = 0; look < times; look++)
        {
            time.Now += TimeSpan.FromSeconds(10);
            await stand.Directory.GetFreshAsync(TestContext.Current.CancellationToken);
        }
    }

    // Its timers are real: repeats pause for fractions of a second.
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
