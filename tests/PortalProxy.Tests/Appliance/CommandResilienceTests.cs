using System.Diagnostics;
using PortalProxy.Tests.Infrastructure;
using Serilog.Core;
using Serilog.Events;

namespace PortalProxy.Tests.Appliance;

/// <summary>An appliance that fails is asked again, then left alone, and never waited for longer than the setting says.</summary>
public sealed class CommandResilienceTests
{
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    private readonly ManualTime time = new();

    [Fact]
    public async Task A_call_that_failed_is_repeated_twice()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => stand.Appliance.Commands.Count < 3 ? 503 : 200;

        await stand.AskAsync();

        Assert.Equal((3, 1), (stand.Appliance.Commands.Count, stand.Appliance.Tokens.Count));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task What_the_appliance_means_is_not_repeated(int status)
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => status;

        Assert.Equal($"get_logged_in_reps: the appliance answered with status {status}.", await stand.FailAsync());

        Assert.Single(stand.Appliance.Commands);
    }

    [Fact]
    public async Task An_appliance_that_goes_on_failing_is_left_alone_for_fifteen_seconds()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => 500;
        while (!(await stand.FailAsync()).Contains("left alone", StringComparison.Ordinal))
        {
            Assert.InRange(stand.Appliance.Commands.Count, 1, 10);
        }

        var asked = stand.Appliance.Commands.Count;
        for (var visitor = 0; visitor < 50; visitor++)
        {
            await stand.FailAsync();
        }

        Assert.Equal(asked, stand.Appliance.Commands.Count);
        stand.Appliance.Command = _ => 200;
        time.Advance(LeftAlone);
        await stand.AskAsync();
        await stand.AskAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_hangs_or_trickles_is_given_up_in_time(bool hasBegun)
    {
        await using var stand = await CommandStand.StartAsync(time, ("Appliance:CommandTimeout", "00:00:01"));
        stand.Appliance.Before = async context =>
        {
            if (context.Request.Path == "/api/command")
            {
                await (hasBegun ? context.Response.Body.WriteAsync("<"u8.ToArray(), context.RequestAborted) : ValueTask.CompletedTask);
                await Until(context.RequestAborted);
            }
        };

        var wait = Stopwatch.StartNew();
        Assert.Equal("get_logged_in_reps: no answer within 00:00:01.", await stand.FailAsync());

        Assert.InRange(wait.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(1) + Slack);
        Assert.Single(stand.Appliance.Commands);
    }

    [Fact]
    public async Task A_fresh_look_waits_two_seconds_at_most_too()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Before = context => Until(context.RequestAborted);

        var wait = Stopwatch.StartNew();
        Assert.Null(await stand.Directory.GetFreshAsync(TestContext.Current.CancellationToken));
        Assert.InRange(wait.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public async Task Visitors_wait_two_seconds_at_most_while_tokens_and_commands_hang()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Before = context => Until(context.RequestAborted);

        var wait = Stopwatch.StartNew();
        Assert.Null(await stand.Directory.GetAsync(TestContext.Current.CancellationToken));
        Assert.InRange(wait.Elapsed, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2) + Slack);
    }

    [Fact]
    public async Task Only_the_portals_own_words_are_logged()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => 500;

        Assert.Null(await stand.Directory.GetAsync(TestContext.Current.CancellationToken));

        Assert.NotEmpty(stand.Log.All);
        Assert.All(stand.Log.All, one =>
            Assert.Equal("PortalProxy.Appliance.SupportDirectory", ((ScalarValue)one.Properties[Constants.SourceContextPropertyName]).Value));
    }

    private static Task Until(CancellationToken left) => new TaskCompletionSource().Task.WaitAsync(left);
}
