using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary><c>health</c> as a container runs it: a second process with the settings of the first.</summary>
public sealed class HealthCommandTests
{
    [Fact]
    public async Task A_portal_that_serves_is_healthy_by_the_name_that_it_answers_to()
    {
        (string, string)[] settings = [("ASPNETCORE_URLS", $"http://*:{FreePort.Next()}"), ("AllowedHosts", "help.example.com"), ("Appliance__BaseUrl", "http://127.0.0.1:1")];
        await using var portal = PortalProcess.Start("Production", settings);
        await portal.LineHavingAsync("Now listening on");

        var (code, line) = await AskAsync([], settings);
        var (liveCode, liveLine) = await AskAsync(["live"], settings);

        Assert.Equal((0, 0), (code, liveCode));
        Assert.Contains("/readyz 200 {\"status\":\"ready\"", line, StringComparison.Ordinal);
        Assert.Contains("/livez 200 {\"status\":\"live\"", liveLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("503 Service Unavailable", "/readyz 503")]
    [InlineData("302 Found\r\nLocation: /livez", "/readyz 302")]
    public async Task Any_other_answer_is_none(string status, string told)
    {
        await using var other = RawAppliance.Saying($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var (code, line) = await AskAsync([], ("ASPNETCORE_HTTP_PORTS", ""), ("ASPNETCORE_URLS", other.Url.AbsoluteUri));

        Assert.Equal(1, code);
        Assert.Contains(told, line, StringComparison.Ordinal);
        Assert.Contains("Host: localhost", (await other.NextAsync()).Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_hangs_is_given_up_and_told_of()
    {
        await using var hanging = RawAppliance.Playing(exchange => exchange.WaitUntilGoneAsync());

        var (code, line) = await AskAsync(["live"], ("ASPNETCORE_URLS", hanging.Url.AbsoluteUri));

        Assert.Equal(1, code);
        Assert.Contains("Timeout of 5 seconds", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused", "http://127.0.0.1:1")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "https://127.0.0.1:1")]
    [InlineData("readyz", "127.0.0.1")]
    [InlineData("Usage:", "http://127.0.0.1:1", "both")]
    public async Task Whatever_keeps_it_from_asking_is_one_line_and_unhealthy(string told, string address, params string[] arguments)
    {
        var (code, line) = await AskAsync(arguments, ("ASPNETCORE_URLS", address));

        Assert.Equal(1, code);
        Assert.Contains(told, line, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Line)> AskAsync(string[] arguments, params (string, string)[] settings)
    {
        await using var health = PortalProcess.Start("Production", ["health", .. arguments], settings);
        var line = await health.LineHavingAsync("");
        var (code, errors) = await health.EndAsync();
        Assert.Empty(errors.Trim());
        return (code, line);
    }
}
