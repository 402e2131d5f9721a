using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Limits;

/// <summary>What a customer meets at a limit. Each test has an address of its own behind the trusted proxy that the test is.</summary>
public sealed class LimitedPortalTests
{
    private const string Door = PortalRequests.Door;
    private const string Refusing = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno";
    private const string Failing = "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static readonly string HandingOver = RawAppliance.ClientHead(length: 2) + "MZ";

    [Fact]
    public async Task A_client_out_of_tries_is_answered_429_for_every_key_at_route_and_form_and_the_appliance_is_not_asked()
    {
        await using var appliance = RawAppliance.Saying(Refusing);
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "2"));
        foreach (var key in new[] { "short_key=1111111", "ak=00000000000000000000000000000000" })
            Assert.Equal(422, await StatusAsync(portal, "POST", Door, key));
        Assert.Equal(2, appliance.Asked);
        appliance.Answer = exchange => exchange.SendAsync(HandingOver);

        Assert.Equal(429, await StatusAsync(portal, "POST", Door, "short_key=1728331"));
        Assert.Equal(429, await StatusAsync(portal, "GET", $"{Door}?ak=11111111111111111111111111111111"));
        Assert.Equal(429, await StatusAsync(portal, "POST", "/session-key", "short_key=1728331"));
        Assert.Equal(429, await StatusAsync(portal, "GET", "/?ak=11111111111111111111111111111111"));
        Assert.Equal(2, appliance.Asked);

        Assert.Equal(200, await StatusAsync(portal, "GET", $"{Door}?issue_menu=1"));
        Assert.Equal(200, await StatusAsync(portal, "POST", Door, "short_key=1728331", "203.0.113.8"));
    }

    [Fact]
    public async Task A_429_is_worded_keeps_what_was_typed_and_says_when_to_come_again()
    {
        await using var appliance = RawAppliance.Saying(Refusing);
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "1"));
        await StatusAsync(portal, "POST", Door, "short_key=1111111");

        foreach (var path in new[] { Door, "/session-key" })
        {
            using var answer = await AskAsync(portal, "POST", path, "short_key=172+8331&customer_name=Ann");
            var page = await answer.PageAsync();

            Assert.InRange(int.Parse(answer.Raw("Retry-After")!, null), 1, 60);
            Assert.Equal("Many requests are coming from your network", page.QuerySelector("h1")!.TextContent);
            Assert.Equal("172 8331", page.QuerySelector("#session-key input[name=short_key]")!.GetAttribute("value"));
            Assert.Equal("Ann", page.QuerySelector("input[name=customer_name]")!.GetAttribute("value"));
            Assert.Contains("+46 8 123 456", page.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
        }

        using var problem = await AskAsync(portal, "POST", Door, "short_key=1728331", accept: "application/json");
        Assert.Equal(429, (int?)(await problem.ProblemAsync())["status"]);
    }

    [Theory]
    [InlineData("client")]
    [InlineData("failure")]
    [InlineData("phone")]
    public async Task What_is_no_refusal_costs_no_try(string kind)
    {
        await using var appliance = RawAppliance.Saying(kind switch { "client" => HandingOver, "failure" => Failing, _ => Refusing });
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "1"));
        var userAgent = kind == "phone" ? "Mozilla/5.0 (iPhone)" : "test";

        for (var count = 0; count < 3; count++)
            Assert.NotEqual(429, await StatusAsync(portal, "POST", Door, "short_key=1728331", userAgent: userAgent));
    }

    [Theory]
    [InlineData(Refusing, 429)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: https://apps.apple.com/app/1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 200)]
    public async Task Pages_that_may_hand_a_phone_to_an_app_are_bounded_and_the_way_to_a_store_is_not(string answer, int status)
    {
        await using var appliance = RawAppliance.Saying(answer);
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "1"));
        for (var count = 0; count < 10; count++)
            Assert.Equal(200, await StatusAsync(portal, "POST", Door, "short_key=1728331", userAgent: "Mozilla/5.0 (iPhone)"));

        Assert.Equal(status, await StatusAsync(portal, "POST", Door, "short_key=1728331", userAgent: "Mozilla/5.0 (iPhone)"));
    }

    [Fact]
    public async Task A_download_under_way_holds_no_try()
    {
        var end = new TaskCompletionSource();
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: 4) + "MZ");
            await end.Task;
            await exchange.SendAsync("MZ");
        });
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "1"));

        using var first = await AskAsync(portal, "POST", Door, "short_key=1728331");
        using var second = await AskAsync(portal, "POST", Door, "short_key=1728331");
        end.SetResult();

        Assert.Equal((200, 200), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal(4, (await second.BytesAsync()).Length);
    }

    [Fact]
    public async Task A_customer_who_leaves_before_the_answer_has_used_a_try()
    {
        await using var appliance = RawAppliance.Playing(exchange => exchange.WaitUntilGoneAsync());
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "1"));
        using (var customer = await RawCustomer.AskAsync(
            portal, $"GET {Door}?short_key=1728331 HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n"))
        {
            await appliance.NextAsync();
            customer.Leave();
        }

        await portal.Log.WaitForAsync("Connector request by {Way}");
        Assert.Equal(429, await StatusAsync(portal, "POST", Door, "short_key=1728331"));
    }

    [Fact]
    public async Task Connector_requests_and_pages_are_counted_each_and_assets_are_not()
    {
        await using var appliance = RawAppliance.Saying(HandingOver);
        await using var portal = Start(appliance, ("ConnectorRequestsPerMinute", "1"), ("PagesPerMinute", "2"));

        Assert.Equal(200, await StatusAsync(portal, "GET", $"{Door}?issue_menu=1"));
        Assert.Equal(429, await StatusAsync(portal, "GET", $"{Door}?issue_menu=1"));
        Assert.Equal(200, await StatusAsync(portal, "GET", "/"));
        Assert.Equal(200, await StatusAsync(portal, "GET", "/session-key"));
        Assert.Equal(429, await StatusAsync(portal, "GET", "/"));
        using var form = await AskAsync(portal, "POST", "/issue", "customer_name=Ann");
        Assert.Equal(429, (int)form.StatusCode);
        Assert.Equal("Ann", (await form.PageAsync()).QuerySelector("input[name=customer_name]")!.GetAttribute("value"));
        foreach (var uncounted in new[] { "/livez", "/embed.js", "/availability", "/css/look.css", "/js/portal.js" })
            Assert.Equal(200, await StatusAsync(portal, "GET", uncounted));
    }

    [Fact]
    public async Task Too_many_downloads_at_once_are_answered_503_and_an_end_makes_room()
    {
        var end = new TaskCompletionSource();
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(length: 2) + "M");
            await end.Task;
            await exchange.SendAsync("Z");
        });
        await using var portal = Start(appliance, ("ConcurrentDownloads", "1"), ("RefusedKeysPerMinute", "1"));
        using var first = await AskAsync(portal, "GET", $"{Door}?issue_menu=1");

        using var second = await AskAsync(portal, "POST", Door, "short_key=1728331");
        Assert.Equal((503, "30"), ((int)second.StatusCode, second.Raw("Retry-After")));

        end.SetResult();
        await first.BytesAsync();
        Assert.Equal(200, await StatusAsync(portal, "POST", Door, "short_key=1728331"));
    }

    [Theory]
    [InlineData("false", "203.0.113.0/24")]
    [InlineData("true", "203.0.113.7")]
    public async Task A_refusal_and_a_429_log_the_network_and_the_address_only_by_a_setting(string setting, string shown)
    {
        await using var appliance = RawAppliance.Saying(Refusing);
        await using var portal = Start(appliance, ("RefusedKeysPerMinute", "1"), ("LogAddresses", setting));
        await StatusAsync(portal, "POST", Door, "short_key=1111111");
        await StatusAsync(portal, "POST", Door, "short_key=1111111");

        Assert.Equal($"\"{shown}\"", (await portal.Log.WaitForAsync("The appliance refused"))[0].Properties["Network"].ToString());
        Assert.Equal($"\"{shown}\"", (await portal.Log.WaitForAsync("The limit {Limit}"))[0].Properties["Network"].ToString());
        Assert.Equal(setting == "true", portal.Log.AsText().Contains("203.0.113.7", StringComparison.Ordinal));
    }

    private static Portal Start(RawAppliance appliance, params (string Name, string Value)[] limits) => appliance.StartPortal(
    [
        ("Portal:TrustedProxies:0", "127.0.0.0/8"),
        ("Portal:SupportPhone", "+46 8 123 456"),
        .. limits.Select(one => ($"Portal:RateLimits:{one.Name}", one.Value)),
    ]);

    private static async Task<int> StatusAsync(
        Portal portal, string method, string path, string? form = null, string client = "203.0.113.7", string userAgent = "test")
    {
        using var answer = await AskAsync(portal, method, path, form, client, userAgent);
        await answer.BytesAsync();
        return (int)answer.StatusCode;
    }

    private static Task<HttpResponseMessage> AskAsync(
        Portal portal, string method, string path, string? form = null, string client = "203.0.113.7", string userAgent = "test", string? accept = null)
    {
        var request = new HttpRequestMessage(new(method), path);
        request.Content = form is null ? null : new StringContent(form, null, "application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", client);
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return portal.SendAsync(request, accept);
    }
}
