using Microsoft.Extensions.Time.Testing;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>Refused tokens, and an endpoint that gives none: never a storm, never thirty tokens.</summary>
public sealed class TokenTroubleTests
{
    private const int Callers = 100;
    private const int MostAnHour = 17;

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_call_repeated_once()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = proof => proof == "Bearer token-1" ? 401 : 200;

        await stand.AskAsync();

        Assert.Equal(2, stand.Appliance.Tokens.Count);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], stand.Appliance.Commands.Select(one => one.Authorization));
    }

    [Fact]
    public async Task A_second_refusal_is_a_failure()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = _ => 401;

        Assert.Equal("get_logged_in_reps: the appliance answered with status 401.", await stand.FailAsync());
        Assert.Equal((2, 2), (stand.Appliance.Tokens.Count, stand.Appliance.Commands.Count));
    }

    [Fact]
    public async Task A_character_set_that_nobody_knows_does_not_matter()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Before = context =>
        {
            context.Response.ContentType = "application/json; charset=of-our-own";
            return Task.CompletedTask;
        };

        await stand.AskAsync();

        Assert.Single(stand.Appliance.Tokens);
    }

    [Fact]
    public async Task A_token_that_dies_while_a_hundred_use_it_is_renewed_once()
    {
        await using var stand = await CommandStand.StartAsync(time);
        await stand.AskAsync();
        stand.Appliance.Command = proof => proof == "Bearer token-1" ? 401 : 200;

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => stand.AskAsync()));

        Assert.Equal(2, stand.Appliance.Tokens.Count);
    }

    [Theory]
    [InlineData(200, 401)]
    [InlineData(400, 200)]
    public async Task An_hour_of_refusals_stays_far_from_thirty_tokens(int tokenStatus, int commandStatus)
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Token = number => (tokenStatus, TinyAppliance.TokenAnswer(number));
        stand.Appliance.Command = _ => commandStatus;

        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(1); passed += TimeSpan.FromSeconds(10))
        {
            await stand.FailAsync();
            time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(stand.Appliance.Tokens.Count, 5, MostAnHour);
    }

    [Fact]
    public async Task A_failed_fetch_answers_everybody_for_five_seconds()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Token = _ => (503, "");

        for (var caller = 0; caller < Callers; caller++)
        {
            await stand.FailAsync();
        }

        Assert.Single(stand.Appliance.Tokens);
        time.Advance(TimeSpan.FromSeconds(5));
        await stand.FailAsync();
        Assert.Equal(2, stand.Appliance.Tokens.Count);
    }

    [Fact]
    public async Task After_a_long_outage_of_the_server_the_next_try_follows_in_five_seconds()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Token = _ => (503, "");
        for (var turn = 0; turn < 50; turn++)
        {
            await stand.FailAsync();
            time.Advance(TimeSpan.FromSeconds(5));
        }

        stand.Appliance.Token = number => (200, TinyAppliance.TokenAnswer(number));
        await stand.AskAsync();

        Assert.Equal(51, stand.Appliance.Tokens.Count);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"access_token":"","token_type":"Bearer","expires_in":3600}""")]
    [InlineData("""{"access_token":"marker-1","token_type":"mac","expires_in":3600}""")]
    [InlineData("""{"access_token":"marker-1","token_type":"Bearer","expires_in":0}""")]
    [InlineData("""{"access_token":"marker-1","token_type":"Bearer","expires_in":"soon"}""")]
    [InlineData("""{"access_token":"marker-1\r\nX: y","token_type":"Bearer","expires_in":3600}""")]
    public async Task An_answer_that_is_no_token_is_a_failure_that_repeats_nothing_of_it(string body)
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Token = _ => (200, body);

        var message = await stand.FailAsync();

        Assert.StartsWith("No token: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("marker", message + stand.Log.AsText());
        Assert.Empty(stand.Appliance.Commands);
    }

    [Fact]
    public async Task Neither_secret_nor_token_is_ever_logged()
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Command = proof => proof == "Bearer token-1" ? 401 : 403;
        Assert.Null(await stand.Directory.GetAsync(TestContext.Current.CancellationToken));
        stand.Appliance.Token = _ => (400, """{"error":"invalid_client"}""");
        time.Advance(TimeSpan.FromHours(2));
        await stand.FailAsync();

        var log = stand.Log.AsText();
        Assert.Contains("could not be fetched", log);
        foreach (var secret in stand.Appliance.Tokens.Concat(stand.Appliance.Commands).Select(one => one.Authorization.Split(' ')[1]))
        {
            Assert.DoesNotContain(secret, log);
        }

        Assert.DoesNotContain(CommandStand.ClientSecret, log);
    }
}
