using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>What reaches the appliance, to the byte: the request that the portal wrote, and nothing else of the visitor's.</summary>
public sealed class NarrowDoorTests(RawPortal raw) : IClassFixture<RawPortal>
{
    private readonly RawAppliance appliance = raw.Appliance;
    private readonly Portal portal = raw.Portal;

    [Fact]
    public async Task Four_headers_go_to_the_appliance_and_no_others()
    {
        var arrived = await ForwardAsync(
            "GET /download_customer_connector.ns?issue_menu=1 HTTP/1.1\r\n"
            + "Host: portal.example\r\nUser-Agent: Agent/1.0 (a; b)\r\nAccept-Language: sv, de;q=0.5\r\n"
            + "Cookie: secret=1\r\nAuthorization: Basic c2VjcmV0\r\nProxy-Authorization: Basic c2VjcmV0\r\nX-Real-IP: 203.0.113.9\r\n"
            + "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: for=203.0.113.9\r\n"
            + "Range: bytes=0-0\r\nIf-None-Match: \"x\"\r\nConnection: Upgrade, keep-alive\r\nUpgrade: websocket\r\n"
            + "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\ntracestate: a=b\r\nbaggage: a=b\r\n"
            + "Accept: text/html\r\nAccept-Encoding: gzip, br\r\nOrigin: https://elsewhere.example\r\nReferer: https://elsewhere.example/?q=1\r\n"
            + "Sec-Fetch-Site: cross-site\r\nDNT: 1\r\nTE: trailers\r\nVia: 1.1 visitor\r\nX-Anything: at all\r\n\r\n");

        Assert.Equal(
            ["Accept-Language", "Host", "User-Agent", "X-Forwarded-For"],
            arrived.HeaderNames.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(appliance.Url.Authority, arrived.Header("Host"));
        Assert.Equal("Agent/1.0 (a; b)", arrived.Header("User-Agent"));
        Assert.Equal("sv, de;q=0.5", arrived.Header("Accept-Language"));
        Assert.Equal("127.0.0.1", arrived.Header("X-Forwarded-For"));
    }

    [Fact]
    public async Task A_visitor_who_says_nothing_of_themselves_is_not_spoken_for()
    {
        var arrived = await ForwardAsync("GET /download_customer_connector.ns?issue_menu=1 HTTP/1.1\r\nHost: portal.example\r\n\r\n");

        Assert.Equal(["Host", "X-Forwarded-For"], arrived.HeaderNames.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Agent \u00E5")]
    [InlineData("Agent \u00C3\u00A5")]
    public async Task Bytes_of_the_user_agent_that_are_not_ascii_pass_as_they_are(string userAgent)
    {
        var arrived = await ForwardAsync(
            $"GET /download_customer_connector.ns?issue_menu=1 HTTP/1.1\r\nHost: portal.example\r\nUser-Agent: {userAgent}\r\n\r\n");

        Assert.Equal(userAgent, arrived.Header("User-Agent"));
    }

    [Fact]
    public async Task A_post_becomes_a_get_without_a_body()
    {
        const string Body = "issue_menu=1&customer_name=Z&cookie=1";
        var arrived = await ForwardAsync(
            "POST /download_customer_connector.ns HTTP/1.1\r\nHost: portal.example\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");

        Assert.StartsWith("GET /download_customer_connector.ns?issue_menu=1&customer_name=Z HTTP/1.1\r\n", arrived.Head, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", arrived.Head, StringComparison.Ordinal);
        Assert.Null(arrived.Header("Content-Length"));
        Assert.Null(arrived.Header("Content-Type"));
        Assert.Null(arrived.Header("Transfer-Encoding"));
    }

    [Fact]
    public async Task The_body_of_a_get_stays_behind()
    {
        var arrived = await ForwardAsync(
            "GET /download_customer_connector.ns?issue_menu=1 HTTP/1.1\r\nHost: portal.example\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 15\r\n\r\ncustomer_name=Z");

        Assert.Equal("/download_customer_connector.ns?issue_menu=1", arrived.Target);
        Assert.EndsWith("\r\n\r\n", arrived.Head, StringComparison.Ordinal);
        Assert.Null(arrived.Header("Content-Length"));
    }

    [Theory]
    [InlineData("issue_menu=1&locale=de&session.skills=x&c2cjs=1&session.custom.other=y&ISSUE_MENU=2&Customer_Name=z", "issue_menu=1")]
    [InlineData("evil=1&issue_menu=1&id=5&%ff=1&%zz=2&=3&&", "issue_menu=1&id=5")]
    [InlineData("id=7&customer_name=%41%2B%2b+b&issue_menu=1", "issue_menu=1&customer_name=A%2B%2B%20b&id=7")]
    [InlineData("short_key=1234-567&customer_name=Z&external_key=9", "short_key=1234567")]
    [InlineData("id=7&name=%C3%85sa&customer_name=Z", "id=7&name=%C3%85sa")]
    public async Task Only_parameters_with_a_place_in_the_dialect_are_written_and_in_its_order(string sent, string written)
    {
        var arrived = await ForwardAsync($"GET /download_customer_connector.ns?{sent} HTTP/1.1\r\nHost: portal.example\r\n\r\n");

        Assert.Equal($"/download_customer_connector.ns?{written}", arrived.Target);
    }

    [Fact]
    public async Task An_invitation_goes_to_the_root_of_the_appliance()
    {
        var arrived = await ForwardAsync(
            "GET /download_customer_connector.ns?ak=0123456789abcdef0123456789ABCDEF HTTP/1.1\r\nHost: portal.example\r\n\r\n");

        Assert.Equal("/?ak=0123456789abcdef0123456789ABCDEF", arrived.Target);
    }

    [Theory]
    [InlineData("/download_customer_connector.ns/../api/command.ns?action=get_logged_in_reps")]
    [InlineData("/download_customer_connector.ns/login?issue_menu=1")]
    [InlineData("/download_customer_connector.ns%2F..%2Flogin?issue_menu=1")]
    [InlineData("/api/command.ns?action=get_api_info")]
    [InlineData("/login")]
    [InlineData("/check_health")]
    public async Task No_other_path_of_the_appliance_can_be_asked_for(string target)
    {
        using var customer = await RawCustomer.GetAsync(portal, target);

        Assert.StartsWith("HTTP/1.1 404 ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.False(appliance.WasAsked);
    }

    [Theory, InlineData("PUT"), InlineData("DELETE"), InlineData("PATCH"), InlineData("TRACE"), InlineData("OPTIONS")]
    public async Task No_other_method_gets_through(string method)
    {
        using var customer = await RawCustomer.AskAsync(
            portal, $"{method} /download_customer_connector.ns?issue_menu=1 HTTP/1.1\r\nHost: portal.example\r\nContent-Length: 0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 405 ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
        Assert.False(appliance.WasAsked);
    }

    private async Task<RawExchange> ForwardAsync(string request)
    {
        using var customer = await RawCustomer.AskAsync(portal, request);
        var arrived = await appliance.NextAsync();
        Assert.StartsWith("HTTP/1.1 200 ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
        return arrived;
    }
}
