using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>Who the appliance is told that the customer is. The tests ask from loopback.</summary>
public sealed class TrustedProxiesTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData(null, "203.0.113.7", "127.0.0.1")]
    [InlineData("10.0.0.0/8", "203.0.113.7", "127.0.0.1")]
    [InlineData("127.0.0.0/8", "203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.1/32", "2001:db8::7", "2001:db8::7")]
    [InlineData("127.0.0.0/8", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("127.0.0.0/8", "203.0.113.7, 127.0.0.2", "203.0.113.7")]
    [InlineData("127.0.0.0/8", "no address", "127.0.0.1")]
    [InlineData("127.0.0.0/8", null, "127.0.0.1")]
    public async Task A_forwarded_address_counts_only_from_a_listed_network(string? network, string? forwarded, string seen)
    {
        await using var portal = Portal.Before(healthy.Appliance, network is null ? [] : [("Portal:TrustedProxies:0", network)]);
        var ticket = Guid.NewGuid().ToString("N");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/download_customer_connector.ns?issue_menu=1&external_key={ticket}");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);

        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.IsStatus(200);
        var arrived = Assert.Single(healthy.Appliance.Requests.All, one => one.Value("external_key") == ticket);
        Assert.Equal(seen, arrived.Header("X-Forwarded-For"));
    }

    [Fact]
    public async Task A_forged_host_or_scheme_does_not_open_the_cross_origin_guard()
    {
        using var answer = await healthy.SendAsync(
            "POST",
            "/session-key",
            "short_key=1728331",
            ("Origin", "https://evil.example"),
            ("X-Forwarded-For", "203.0.113.7"),
            ("X-Forwarded-Host", "evil.example"),
            ("X-Forwarded-Proto", "https"));

        answer.IsStatus(403);
    }
}
