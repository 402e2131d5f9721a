using System.Text;
using Microsoft.Extensions.Time.Testing;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>One token for all, and the next one in time.</summary>
public sealed class AccessTokensTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_token_is_asked_for_as_the_vendor_documents_it_and_then_borne()
    {
        await using var stand = await CommandStand.StartAsync(time);

        await stand.AskAsync();

        var token = Assert.Single(stand.Appliance.Tokens);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{CommandStand.ClientId}:{CommandStand.ClientSecret}"));
        Assert.Equal(new("/oauth2/token", $"Basic {credentials}", "grant_type=client_credentials", "close"), token);
        Assert.Equal(new("/api/command", "Bearer token-1", "action=get_logged_in_reps", "close"), Assert.Single(stand.Appliance.Commands));
    }

    [Fact]
    public async Task A_hundred_callers_at_once_cost_one_token()
    {
        await using var stand = await CommandStand.StartAsync(time);
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        stand.Appliance.Before = context =>
        {
            asked.TrySetResult();
            return context.Request.Path == "/oauth2/token" ? release.Task : Task.CompletedTask;
        };

        var callers = Enumerable.Range(0, 100).Select(_ => stand.AskAsync()).ToList();
        await asked.Task;
        release.SetResult();
        await Task.WhenAll(callers);

        Assert.Single(stand.Appliance.Tokens);
        Assert.Equal(Enumerable.Repeat("Bearer token-1", 100), stand.Appliance.Commands.Select(one => one.Authorization));
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_take_the_token_from_the_others()
    {
        await using var stand = await CommandStand.StartAsync(time);
        var asked = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        stand.Appliance.Before = context =>
        {
            asked.TrySetResult();
            return context.Request.Path == "/oauth2/token" ? release.Task : Task.CompletedTask;
        };
        using var patience = new CancellationTokenSource();

        var impatient = stand.Api.GetLoggedInRepresentativesAsync(patience.Token);
        await asked.Task;
        var patient = stand.AskAsync();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();
        await patient;

        Assert.Single(stand.Appliance.Tokens);
    }

    [Theory]
    [InlineData("3600", 3539, 3541)]
    [InlineData("\"100\"", 89, 91)]
    [InlineData(null, 539, 541)]
    public async Task A_token_is_renewed_shortly_before_its_end_behind_the_callers_backs(string? lifetime, int before, int after)
    {
        await using var stand = await CommandStand.StartAsync(time);
        stand.Appliance.Token = number => (200, TinyAppliance.TokenAnswer(number, lifetime));
        await stand.AskAsync();

        time.Advance(TimeSpan.FromSeconds(before));
        await stand.AskAsync();
        Assert.Single(stand.Appliance.Tokens);

        var release = new TaskCompletionSource();
        stand.Appliance.Before = context => context.Request.Path == "/oauth2/token" ? release.Task : Task.CompletedTask;
        time.Advance(TimeSpan.FromSeconds(after - before));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stand.AskAsync()));
        Assert.Equal("Bearer token-1", stand.Appliance.Commands[^1].Authorization);

        release.SetResult();
        while (stand.Appliance.Commands[^1].Authorization != "Bearer token-2")
        {
            await stand.AskAsync();
        }

        Assert.Equal(2, stand.Appliance.Tokens.Count);
    }

    [Fact]
    public async Task While_the_renewal_fails_the_old_token_serves_until_its_end()
    {
        await using var stand = await CommandStand.StartAsync(time);
        await stand.AskAsync();
        stand.Appliance.Token = _ => (500, "");
        time.Advance(TimeSpan.FromSeconds(3545));

        while (stand.Log.Having("could not be renewed").Count == 0)
        {
            await stand.AskAsync();
        }

        time.Advance(TimeSpan.FromSeconds(56));
        Assert.Equal("No token: /oauth2/token answered with status 500.", await stand.FailAsync());
        Assert.All(stand.Appliance.Commands, one => Assert.Equal("Bearer token-1", one.Authorization));
    }
}
