using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class SessionKeyTests : WithAnAppliance
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void A_key_is_seven_digits_and_a_token_of_32_hexadecimal_digits()
    {
        var key = Appliance.State.MakeKey("team:11", Hour, "INC-1");
        Assert.Matches("^[0-9]{7}$", key.ShortKey);
        Assert.Matches("^[0-9a-f]{32}$", key.AccessKey);
        Assert.Equal(("team:11", "INC-1", Time.GetUtcNow() + Hour), (key.Queue, key.ExternalKey, key.Expires));
    }

    [Fact]
    public void No_key_comes_twice()
    {
        var keys = Enumerable.Range(0, 2000).Select(_ => Appliance.State.MakeKey("general", Hour).ShortKey);
        Assert.Equal(2000, keys.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("rep:1")]
    [InlineData("team:101")]
    [InlineData("issue:1")]
    public void A_key_for_a_queue_that_does_not_exist_is_not_made(string queue) =>
        Assert.Throws<ArgumentException>(() => Appliance.State.MakeKey(queue, Hour));

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_used_key_is_refused(string method)
    {
        var key = Appliance.State.MakeKey("general", Hour);
        using var first = await SendAsync(new HttpMethod(method), Typed(key));
        using var second = await SendAsync(new HttpMethod(method), Typed(key));
        await Answers.IsTheClientAsync(first, Appliance.Client.Sha256);
        Answers.IsARefusal(second);
    }

    [Fact]
    public async Task HEAD_does_not_use_a_key_up()
    {
        var key = Appliance.State.MakeKey("general", Hour);
        using var look = await SendAsync(HttpMethod.Head, Typed(key));
        using var start = await SendAsync(HttpMethod.Get, Typed(key));
        Assert.Equal(ClientBytes, look.Content.Headers.ContentLength);
        await Answers.IsTheClientAsync(start, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task A_key_is_good_until_it_expires()
    {
        var key = Appliance.State.MakeKey("general", Hour);
        Time.Advance(Hour - TimeSpan.FromTicks(1));
        using var before = await SendAsync(HttpMethod.Head, Typed(key));
        Time.Advance(TimeSpan.FromTicks(1));
        using var after = await SendAsync(HttpMethod.Head, Typed(key));
        Assert.Equal(ClientBytes, before.Content.Headers.ContentLength);
        Answers.IsARefusal(after);
    }

    [Fact]
    public async Task The_link_of_an_invitation_starts_the_same_session_once()
    {
        var key = Appliance.State.MakeKey("general", Hour);
        using var invited = await SendAsync(HttpMethod.Get, $"/?ak={key.AccessKey}");
        using var typed = await SendAsync(HttpMethod.Get, Typed(key));
        await Answers.IsTheClientAsync(invited, Appliance.Client.Sha256);
        Answers.IsARefusal(typed);
    }

    [Fact]
    public async Task Wrong_used_and_expired_keys_get_the_same_page()
    {
        var used = Appliance.State.MakeKey("general", Hour);
        await Http.GetAsync(Typed(used), Cancel);
        var expired = Appliance.State.MakeKey("general", Hour);
        Time.Advance(Hour);

        string[] targets = [Typed(used), Typed(expired), $"{Connector}?short_key=0000000", "/?ak=00000000000000000000000000000000"];
        var pages = await Task.WhenAll(targets.Select(target => Http.GetStringAsync(target, Cancel)));
        Assert.Single(pages.Distinct());
        Assert.Contains("session could not be started", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_use_a_key_at_once_one_gets_the_client()
    {
        var key = Appliance.State.MakeKey("general", Hour);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync(HttpMethod.Get, Typed(key))));
        Assert.Single(answers, answer => answer.Content.Headers.Contains("Content-Disposition"));
    }

    private static string Typed(GeneratedKey key) => $"{Connector}?short_key={key.ShortKey}";
}
