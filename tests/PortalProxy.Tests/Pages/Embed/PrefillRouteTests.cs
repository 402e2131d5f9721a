using System.Text.Json.Nodes;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages.Embed;

/// <summary>What a host page knows of a customer, by the rules of links.</summary>
public sealed class PrefillRouteTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("customer.name=Zo%C3%AB&customer_company=Acme", """{"customer_name":"Zoë","customer_company":"Acme"}""")]
    [InlineData("session.custom.external_key=T-1&id=2", """{"external_key":"T-1","id":"2"}""")]
    [InlineData("customer_name=a%0Ab&customer_company=Acme", """{"customer_company":"Acme"}""")]
    [InlineData("short_key=1728331&ak=0123456789abcdef0123456789abcdef&issue_menu=1", "{}")]
    [InlineData("id=101&name=Somebody", "{}")]
    [InlineData("nonsense=1", "{}")]
    public async Task What_may_stay_comes_back_under_the_portals_names(string sent, string known)
    {
        using var answer = await healthy.Portal.PostAsync("/embed/prefill", sent);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(known), JsonNode.Parse(await answer.BytesAsync())), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("no-store", answer.Raw("Cache-Control"));
    }

    [Fact]
    public async Task Other_sites_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/embed/prefill") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await healthy.Portal.SendAsync(request);

        Assert.Equal(403, (int)answer.StatusCode);
    }
}
