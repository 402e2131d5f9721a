using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>Customers who send too much, too slowly or never, on bare sockets.</summary>
public sealed class ServerLimitsTests(HealthyPortal healthy)
{
    private const string Begin = "GET /session-key HTTP/1.1\r\nHost: localhost\r\n";

    [Theory]
    [InlineData(99, 10, "200")]
    [InlineData(100, 10, "431")]
    [InlineData(20, 1_500, "200")]
    [InlineData(20, 1_700, "431")]
    public async Task Headers_have_a_number_and_a_size(int count, int length, string status)
    {
        var headers = string.Concat(Enumerable.Range(10, count).Select(number => $"X-A{number}: {new string('x', length)}\r\n"));

        using var customer = await RawCustomer.AskAsync(healthy.Portal, $"{Begin}{headers}\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40_000, "200")]
    [InlineData(50_000, "414")]
    public async Task The_request_line_has_a_length(int length, string status)
    {
        using var customer = await RawCustomer.GetAsync(healthy.Portal, $"/session-key?x={new string('x', length)}");

        Assert.StartsWith($"HTTP/1.1 {status} ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_that_never_end_are_let_go_and_meanwhile_everybody_else_is_served()
    {
        var slow = new List<RawCustomer>();
        while (slow.Count < 200)
            slow.Add(await RawCustomer.AskAsync(healthy.Portal, $"{Begin}X-Slow: "));

        using var answer = await healthy.Portal.GetAsync("/session-key");
        answer.IsStatus(200);
        foreach (var customer in slow)
        {
            Assert.StartsWith("HTTP/1.1 408 ", await customer.ReadToEndAsync(), StringComparison.Ordinal);
            customer.Dispose();
        }
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_let_go()
    {
        using var customer = await RawCustomer.AskAsync(
            healthy.Portal,
            "POST /session-key HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 17\r\n\r\ns");

        var head = await customer.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 408 ", head, StringComparison.Ordinal);
        RightHeaders.AreIn(name => RightHeaders.Of(head, name), "POST", "/session-key", 408);
    }

    [Fact]
    public async Task One_connection_too_many_is_closed_and_an_end_makes_room()
    {
        await using var portal = Portal.With(
            services => services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxConcurrentConnections = 2),
            ("Appliance:BaseUrl", "http://127.0.0.1:9"));
        using var first = await RawCustomer.GetAsync(portal, "/livez");
        await first.ReadHeadAsync();
        using (var second = await RawCustomer.GetAsync(portal, "/livez"))
        {
            await second.ReadHeadAsync();
            Assert.True(await IsTurnedAwayAsync(portal));
        }

        await Poll.UntilAsync(async () => !await IsTurnedAwayAsync(portal), "the connection that ended makes room");
    }

    [Fact]
    public void Connections_are_bounded_and_slow_readers_are_not()
    {
        var limits = healthy.Portal.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.Equal((20_000, 0), (limits.MaxConcurrentConnections, limits.MaxConcurrentUpgradedConnections));
        Assert.Null(limits.MinResponseDataRate);
        Assert.True(limits.KeepAliveTimeout > TimeSpan.FromSeconds(60));
    }

    private static async Task<bool> IsTurnedAwayAsync(Portal portal)
    {
        try
        {
            using var customer = await RawCustomer.AskAsync(portal, "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return (await customer.ReadToEndAsync()).Length == 0;
        }
        catch (IOException)
        {
            // Closed before the request was sent.
            return true;
        }
    }
}
