using System.Net;
using PortalProxy.DeploymentTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.DeploymentTests.Ingress;

/// <summary>What reaches the portal, and the appliance, through each proxy as <c>docs/operating.md</c> sets it up.</summary>
public sealed class RequestTests(IngressStand stand) : IClassFixture<IngressStand>
{
    private const string Download = "/download_customer_connector.ns?issue_menu=1";
    private static readonly string Client = RawAppliance.ClientHead(length: 2) + "MZ";

    public static TheoryData<string> Kinds => IngressStand.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_appliance_learns_the_customers_address_whatever_the_customer_claims(string kind)
    {
        stand.Appliance.Answer = exchange => exchange.SendAsync(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, Download);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(kind, request));

        Assert.Equal(IngressStand.Customer, (await stand.Appliance.NextAsync()).Header("X-Forwarded-For"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_customer_can_not_claim_another_host(string kind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/session-key");
        request.Headers.Add("X-Forwarded-Host", "other.example");
        using var answer = await stand.Before(kind).SendAsync(request, TestContext.Current.CancellationToken);
        using var named = new HttpRequestMessage(HttpMethod.Get, "/session-key") { Headers = { Host = "other.example" } };
        using var other = await stand.Before(kind).SendAsync(named, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Other site", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Other site", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_form_is_known_as_the_portals_own_by_its_origin(string kind)
    {
        using var own = Form(stand.Before(kind).BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var foreign = Form("http://evil.example");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(kind, own));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(kind, foreign));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Requests_of_the_size_that_the_portal_takes_get_through(string kind)
    {
        stand.Appliance.Answer = exchange => exchange.SendAsync(Client);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Download}&other={new string('x', 45_000)}");
        request.Headers.Add("Cookie", "sso=" + new string('y', 28_000));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(kind, request));

        _ = await stand.Appliance.NextAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_body_that_is_too_long_is_refused_by_the_portal_in_its_own_words(string kind)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/download_customer_connector.ns")
        {
            Content = new FormUrlEncodedContent([new("issue_menu", "1"), new("other", new string('x', 200_000))]),
        };
        request.Headers.Add("Accept", "text/html");

        using var answer = await stand.Before(kind).SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"), "It is not the portal that answered.");
    }

    private async Task<HttpStatusCode> StatusAsync(string kind, HttpRequestMessage request)
    {
        using var answer = await stand.Before(kind).SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Form(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/session-key") { Content = new FormUrlEncodedContent([new("short_key", "")]) };
        request.Headers.Add("Origin", origin);
        return request;
    }
}
