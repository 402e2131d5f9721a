using System.Diagnostics;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>What the directory says while the appliance says nothing useful.</summary>
public sealed class FailingApplianceTests
{
    private const int WithRepeats = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // Far from the twenty seconds that the call itself may take, and room for a machine under load.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(8);

    [Theory]
    [InlineData(null)]
    [InlineData("Permission denied.")]
    public async Task The_last_good_one_serves_on(string? errorText)
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:DirectoryRefresh", "00:00:00.1000000"));
        var good = await stand.GetAsync();
        stand.Appliance.State.Failing = errorText is null;
        stand.Appliance.State.ErrorText = errorText;

        await Poll.UntilAsync(
            async () =>
            {
                Assert.Same(good, await stand.GetAsync());
                return stand.Calls > 1;
            },
            "the appliance is asked in vain");

        Assert.Same(good, await stand.GetAsync());
        Assert.NotNull(good);
    }

    [Fact]
    public async Task It_serves_on_for_the_set_time_only()
    {
        await using var stand = await DirectoryStand.StartAsync(
            ("Appliance:DirectoryRefresh", "00:00:00.1000000"), ("Appliance:DirectoryKept", "00:00:02"));
        var good = await stand.GetAsync();
        var age = Stopwatch.StartNew();
        stand.Appliance.State.Failing = true;

        var kept = TimeSpan.Zero;
        await Poll.UntilAsync(
            async () =>
            {
                if (await stand.GetAsync() is not { } served)
                {
                    return true;
                }

                Assert.Same(good, served);
                kept = age.Elapsed;
                return false;
            },
            "the old directory is given up");

        Assert.True(kept > TimeSpan.FromSeconds(1), $"It was given up after {kept}.");
    }

    [Fact]
    public async Task Never_loaded_it_is_null_and_asked_for_once_in_a_while_not_once_per_visitor()
    {
        await using var stand = await DirectoryStand.StartAsync();
        stand.Appliance.State.Failing = true;

        for (var visitor = 0; visitor < 50; visitor++)
        {
            Assert.Null(await stand.GetAsync());
        }

        Assert.Equal(WithRepeats, stand.Calls);
        stand.Appliance.State.Failing = false;
        await Poll.UntilAsync(async () => await stand.GetAsync() is not null, "the appliance has recovered");
        Assert.Equal(WithRepeats + 1, stand.Calls);
    }

    [Fact]
    public async Task A_hanging_appliance_costs_a_caller_two_seconds_at_most()
    {
        await using var stand = await DirectoryStand.StartAsync();
        stand.Appliance.State.AnswerAfter = new TaskCompletionSource().Task;

        var waits = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            var wait = Stopwatch.StartNew();
            Assert.Null(await stand.GetAsync());
            return wait.Elapsed;
        })));

        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, LongestWait + Slack));
        Assert.Equal(1, stand.Calls);
    }

    [Fact]
    public async Task A_slow_answer_serves_those_who_come_later()
    {
        await using var stand = await DirectoryStand.StartAsync();
        var answer = new TaskCompletionSource();
        stand.Appliance.State.AnswerAfter = answer.Task;
        Assert.Null(await stand.GetAsync());

        answer.SetResult();

        await Poll.UntilAsync(async () => await stand.GetAsync() is not null, "the slow answer has come");
        Assert.Equal(1, stand.Calls);
    }

    [Fact]
    public async Task A_page_does_not_wait_for_a_hanging_appliance_longer_than_the_directory_does()
    {
        await using var appliance = await Simulated.StartAsync(clientBytes: 1);
        await using var portal = Portal.Before(appliance);
        appliance.State.AnswerAfter = new TaskCompletionSource().Task;

        var wait = Stopwatch.StartNew();
        var page = await new Browser(portal.Client).OpenAsync("/");

        Assert.InRange(wait.Elapsed, TimeSpan.Zero, LongestWait + Slack);
        Assert.Contains("We can’t see who is there right now.", page.Text);
    }
}
