using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class TokenTests : WithACurrentAppliance
{
    [Fact]
    public async Task A_token_tells_its_kind_and_its_lifetime()
    {
        using var answer = await AskForTokenAsync();
        var json = await JsonAsync(answer);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(("Bearer", 3600), (json.GetProperty("token_type").GetString(), json.GetProperty("expires_in").GetInt32()));
        Assert.Equal(200, await StatusAsync(json.GetProperty("access_token").GetString()));
    }

    [Theory]
    [InlineData("portal-client:wrong")]
    [InlineData("other:simulated-secret")]
    [InlineData("portal-client")]
    [InlineData("portal%2Dclient:simulated%2Dsecret")]
    [InlineData("")]
    public async Task A_wrong_account_gets_401(string account)
    {
        using var answer = await AskForTokenAsync(account);
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("""{"error":"invalid_client"}""", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(0, Appliance.State.Tokens.Issued);
    }

    [Theory]
    [InlineData("", "", "invalid_request")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "", "invalid_request")]
    [InlineData("", "?grant_type=client_credentials", "invalid_request")]
    [InlineData("grant_type=password", "", "unsupported_grant_type")]
    public async Task Another_grant_gets_400(string body, string query, string error)
    {
        using var answer = await AskForTokenAsync(body: body, query: query);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(error, (await JsonAsync(answer)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Account_and_lifetime_are_options_and_a_secret_may_hold_colons()
    {
        await PlayAsync(Options with { ClientId = "a", ClientSecret = "b:ü", TokenLifetime = TimeSpan.FromMinutes(5) });
        using var answer = await AskForTokenAsync("a:b:ü");
        Assert.Equal(300, (await JsonAsync(answer)).GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task A_token_is_good_until_it_expires()
    {
        var token = await TokenAsync();
        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Equal((200, 1), (await StatusAsync(token), Appliance.State.Tokens.Live));
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((401, 0), (await StatusAsync(token), Appliance.State.Tokens.Live));
    }

    [Fact]
    public async Task Thirty_tokens_live_and_the_31st_kills_the_oldest()
    {
        var tokens = new List<string>();
        for (var i = 0; i < AccessTokens.Most; i++)
            tokens.Add(await TokenAsync());
        Assert.Equal(200, await StatusAsync(tokens[0]));

        tokens.Add(await TokenAsync());
        Assert.Equal((401, 200, 200), (await StatusAsync(tokens[0]), await StatusAsync(tokens[1]), await StatusAsync(tokens[30])));
        Assert.Equal((31, 30), (Appliance.State.Tokens.Issued, Appliance.State.Tokens.Live));
    }

    [Fact]
    public async Task A_revoked_token_gets_401_and_the_next_one_works()
    {
        var revoked = await TokenAsync();
        Appliance.State.Tokens.RevokeAll();
        Assert.Equal((401, 200), (await StatusAsync(revoked), await StatusAsync(await TokenAsync())));
        Assert.Equal(2, Appliance.State.Tokens.Issued);
    }

    [Fact]
    public async Task A_failing_token_endpoint_answers_500_and_recovers()
    {
        Appliance.State.Tokens.Failing = true;
        using var failed = await AskForTokenAsync();
        Appliance.State.Tokens.Failing = false;
        using var recovered = await AskForTokenAsync();
        Assert.Equal((500, 200), ((int)failed.StatusCode, (int)recovered.StatusCode));
    }

    private async Task<int> StatusAsync(string? token)
    {
        using var answer = await CommandAsync($"Bearer {token}", ("action", "get_api_info"));
        return (int)answer.StatusCode;
    }
}
