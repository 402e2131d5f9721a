using System.Text;
using System.Xml.Linq;
using AngleSharp;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class SamlSignInTests : WithAnAppliance
{
    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task A_site_that_demands_a_sign_in_answers_with_its_form(Era era)
    {
        await PlayAsync(new() { Era = era, SamlSignIn = true });
        using var answer = await SendAsync(HttpMethod.Get, $"{ConnectorOf(era)}?issue_menu=1");
        Answers.IsARefusal(answer);

        var html = await answer.Content.ReadAsStringAsync(Cancel);
        using var page = await BrowsingContext.New().OpenAsync(content => content.Content(html), Cancel);
        Assert.Equal("post", page.QuerySelector("form")?.GetAttribute("method"));
        Assert.Contains("submit()", page.Body?.GetAttribute("onload"), StringComparison.Ordinal);
        var message = Convert.FromBase64String(page.QuerySelector("input[name=SAMLRequest]")?.GetAttribute("value") ?? "");
        Assert.Equal("AuthnRequest", XElement.Parse(Encoding.UTF8.GetString(message)).Name.LocalName);
    }

    [Fact]
    public async Task It_uses_no_key_up()
    {
        await PlayAsync(new() { SamlSignIn = true });
        var key = Appliance.State.MakeKey("general", TimeSpan.FromHours(1));
        using var typed = await SendAsync(HttpMethod.Get, $"{Connector}?short_key={key.ShortKey}");
        using var invited = await SendAsync(HttpMethod.Get, $"/?ak={key.AccessKey}");
        Assert.All([typed, invited], Answers.IsARefusal);
        Assert.False(Appliance.State.Keys[^1].Used);
    }
}
