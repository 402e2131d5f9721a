using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class ConnectorRedirectTests : WithAnAppliance
{
    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task A_redirect_with_a_count_ends(Era era)
    {
        await PlayAsync(new() { Era = era });
        var target = $"{ConnectorOf(era)}?issue_menu=1";
        Appliance.State.ConnectorRedirect = new ConnectorRedirect(target, Times: 2);

        for (var i = 0; i < 2; i++)
        {
            using var redirect = await SendAsync(HttpMethod.Get, target);
            Assert.Equal((302, target), ((int)redirect.StatusCode, redirect.Headers.Location?.OriginalString));
        }

        using var answer = await SendAsync(HttpMethod.Get, target);
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
        Assert.Null(Appliance.State.ConnectorRedirect);
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task A_redirect_without_a_count_is_a_loop(Era era)
    {
        await PlayAsync(new() { Era = era });
        var target = $"{ConnectorOf(era)}?issue_menu=1";
        Appliance.State.ConnectorRedirect = new ConnectorRedirect(target);
        using var http = new HttpClient(new SocketsHttpHandler { MaxAutomaticRedirections = 10 }) { BaseAddress = Appliance.Url };
        using var answer = await http.GetAsync(target, Cancel);
        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal(11, Appliance.Requests.All.Count);
    }

    [Fact]
    public async Task It_may_lead_anywhere_and_uses_no_key_up()
    {
        var key = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        Appliance.State.ConnectorRedirect = new ConnectorRedirect(new Uri("https://other.example/å?x=1"), times: 1);
        using var redirect = await SendAsync(HttpMethod.Post, $"/download_customer_connector.ns?short_key={key.ShortKey}");
        using var answer = await SendAsync(HttpMethod.Get, $"/?ak={key.AccessKey}");
        Assert.Equal("https://other.example/%C3%A5?x=1", redirect.Headers.Location?.OriginalString);
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task An_invitation_is_redirected_and_the_public_site_is_not()
    {
        Appliance.State.ConnectorRedirect = new ConnectorRedirect("/elsewhere");
        using var invitation = await SendAsync(HttpMethod.Head, "/?ak=0");
        using var site = await SendAsync(HttpMethod.Get, "/");
        Assert.Equal((302, 200), ((int)invitation.StatusCode, (int)site.StatusCode));
    }
}
