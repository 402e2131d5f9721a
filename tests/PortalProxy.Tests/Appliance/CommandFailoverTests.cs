using Microsoft.Extensions.Time.Testing;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>The command API follows the customers from one failover partner to the other, and so does its account.</summary>
public sealed class CommandFailoverTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_call_that_could_not_be_sent_goes_to_the_next_address_within_the_same_call()
    {
        await using var backup = await TinyAppliance.StartAsync();
        await using var stand = await StartAsync(backup);
        await stand.Appliance.DisposeAsync();

        await stand.AskAsync();

        Assert.Single(backup.Tokens);
        Assert.Equal("Bearer token-1", Assert.Single(backup.Commands).Authorization);
    }

    [Fact]
    public async Task An_account_with_a_password_follows_too()
    {
        await using var backup = await TinyAppliance.StartAsync();
        await using var stand = CommandStand.Before(
            await TinyAppliance.StartAsync(),
            time,
            ("Appliance:ClientId", ""), ("Appliance:ClientSecret", ""), ("Appliance:Username", "portal"), ("Appliance:Password", "p&w"),
            ("Appliance:BackupUrls:0", backup.Url.AbsoluteUri));
        await stand.Appliance.DisposeAsync();

        await stand.AskAsync();

        Assert.Equal(
            new("/api/command.ns", "", "username=portal&password=p%26w&action=get_logged_in_reps", "close"), Assert.Single(backup.Commands));
    }

    [Fact]
    public async Task A_token_is_shown_to_the_address_that_gave_it_and_to_no_other()
    {
        await using var backup = await TinyAppliance.StartAsync();
        backup.Token = number => (200, TinyAppliance.TokenAnswer(100 + number));
        await using var stand = await StartAsync(backup);
        await stand.AskAsync();

        stand.Addresses.Mark(stand.Appliance.Url, isUp: false);
        await stand.AskAsync();
        await stand.AskAsync();
        stand.Addresses.Mark(stand.Appliance.Url, isUp: true);
        await stand.AskAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-1"], stand.Appliance.Commands.Select(one => one.Authorization));
        Assert.Equal(["Bearer token-101", "Bearer token-101"], backup.Commands.Select(one => one.Authorization));
        Assert.Equal((1, 1), (stand.Appliance.Tokens.Count, backup.Tokens.Count));
    }

    [Fact]
    public async Task A_token_that_died_while_the_other_served_is_renewed_once()
    {
        await using var backup = await TinyAppliance.StartAsync();
        await using var stand = await StartAsync(backup);
        await stand.AskAsync();
        stand.Addresses.Mark(stand.Appliance.Url, isUp: false);
        await stand.AskAsync();
        stand.Addresses.Mark(stand.Appliance.Url, isUp: true);
        stand.Appliance.Command = proof => proof == "Bearer token-1" ? 401 : 200;

        await stand.AskAsync();

        Assert.Equal(2, stand.Appliance.Tokens.Count);
        Assert.Single(backup.Tokens);
    }

    [Fact]
    public async Task An_hour_of_going_to_and_fro_costs_no_token_more_than_one_each()
    {
        await using var backup = await TinyAppliance.StartAsync();
        await using var stand = await StartAsync(backup);

        for (var turn = 0; turn < 100; turn++)
        {
            stand.Addresses.Mark(stand.Appliance.Url, isUp: turn % 2 == 0);
            await stand.AskAsync();
            time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal((1, 1), (stand.Appliance.Tokens.Count, backup.Tokens.Count));
    }

    [Fact]
    public async Task What_the_first_one_answers_is_an_answer_whatever_it_is()
    {
        await using var backup = await TinyAppliance.StartAsync();
        await using var stand = await StartAsync(backup);
        stand.Appliance.Command = _ => 404;

        Assert.Equal("get_logged_in_reps: the appliance answered with status 404.", await stand.FailAsync());

        Assert.Empty(backup.Commands);
    }

    [Fact]
    public async Task Where_nobody_answers_the_failure_is_told_and_each_address_named_in_the_log()
    {
        await using var backup = await TinyAppliance.StartAsync();
        await using var stand = await StartAsync(backup, TimeProvider.System);
        var (first, second) = (stand.Appliance.Url, backup.Url);
        await stand.Appliance.DisposeAsync();
        await backup.DisposeAsync();

        Assert.StartsWith("No token: the appliance could not be asked (", await stand.FailAsync(), StringComparison.Ordinal);

        Assert.Contains($"The command API of {first} gave no answer", stand.Log.AsText());
        Assert.Equal([second, first], stand.Addresses.InOrder);
    }

    private Task<CommandStand> StartAsync(TinyAppliance backup) => StartAsync(backup, time);

    private static Task<CommandStand> StartAsync(TinyAppliance backup, TimeProvider time) =>
        CommandStand.StartAsync(time, ("Appliance:BackupUrls:0", backup.Url.AbsoluteUri));
}
