using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What an administrator is told of proxies and host names, and what a customer can't make up.</summary>
public sealed class ProxyHeadersTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("10.0.0.0/8", 1)]
    [InlineData("127.0.0.0/8", 0)]
    public async Task Headers_from_an_unlisted_address_are_told_once_with_the_name_of_the_setting(string? network, int warnings)
    {
        await using var portal = Portal.Before(healthy.Appliance, network is null ? [] : [("Portal:TrustedProxies:0", network)]);
        for (var count = 0; count < 3; count++)
            Assert.Equal(200, await StatusAsync(portal, "X-Forwarded-For: 203.0.113.7"));

        Assert.Equal(warnings, portal.Log.Having("Portal:TrustedProxies").Count);
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("", true)]
    [InlineData("localhost;127.0.0.1", false)]
    public async Task A_portal_that_listens_to_any_host_name_says_so_at_its_start(string hosts, bool isSaid)
    {
        await using var portal = Portal.Before(healthy.Appliance, ("AllowedHosts", hosts));

        Assert.Equal(isSaid, portal.Log.Having("AllowedHosts").Count == 1);
    }

    [Fact]
    public async Task Another_host_name_is_answered_400_whether_sent_or_forwarded()
    {
        await using var portal = Portal.Before(
            healthy.Appliance,
            ("AllowedHosts", "localhost"), ("Portal:TrustedProxies:0", "127.0.0.0/8"),
            ("Portal:Sites:a:Hosts:0", "evil.example"), ("Portal:Sites:a:Name", "Other site"));

        using var other = await RawCustomer.AskAsync(portal, "GET /session-key?customer_name=Ann HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        var head = await other.ReadHeadAsync();

        Assert.StartsWith("HTTP/1.1 400 ", head, StringComparison.Ordinal);
        Assert.Equal("0", RightHeaders.Of(head, "Content-Length"));
        RightHeaders.AreIn(name => RightHeaders.Of(head, name), "GET", "/session-key?customer_name=Ann", 400);
        Assert.Equal(200, await StatusAsync(portal, "X-Forwarded-Host: localhost"));
        Assert.DoesNotContain("Other site", await BodyAsync(portal, "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Host: evil.example"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.7", "other.example", true)]
    [InlineData("203.0.113.7, 127.0.0.2", "other.example", true)]
    [InlineData("203.0.113.7, 127.0.0.2", "other.example, other.example", true)]
    [InlineData("203.0.113.7", "localhost, other.example", false)]
    public async Task Lists_of_uneven_length_do_not_count(string addresses, string hosts, bool counts)
    {
        await using var portal = Portal.Before(
            healthy.Appliance, ("Portal:TrustedProxies:0", "127.0.0.0/8"), ("Portal:Sites:a:Hosts:0", "other.example"), ("Portal:Sites:a:Name", "Other site"));

        var page = await BodyAsync(portal, $"X-Forwarded-For: {addresses}\r\nX-Forwarded-Host: {hosts}");

        Assert.Equal(counts, page.Contains("Other site", StringComparison.Ordinal));
    }

    private static async Task<int> StatusAsync(Portal portal, string headers) =>
        int.Parse((await BodyAsync(portal, headers)).AsSpan("HTTP/1.1 ".Length, 3), null);

    private static async Task<string> BodyAsync(Portal portal, string headers)
    {
        using var customer = await RawCustomer.AskAsync(
            portal, $"GET /session-key HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n\r\n");
        return await customer.ReadToEndAsync();
    }
}
