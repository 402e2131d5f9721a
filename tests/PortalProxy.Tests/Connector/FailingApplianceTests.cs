using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>The appliance answers an error, something strange, too late, or not at all.</summary>
public sealed class FailingApplianceTests
{
    [Fact]
    public async Task An_error_of_the_appliance_becomes_a_page_with_the_form()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Before(appliance);
        appliance.State.ConnectorFailing = true;

        using var answer = await portal.PostAsync(PortalRequests.Door, "issue_menu=1&customer_name=Kept");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("Kept", page.QuerySelector("#issue [name=customer_name]")!.GetAttribute("value"));
        Assert.DoesNotContain("session key is invalid", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appliance_that_nobody_can_reach_is_502()
    {
        using var nobody = new Socket(SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Bound and not listening: connections are refused.
        await using var portal = Portal.Start(("Appliance:BaseUrl", $"http://127.0.0.1:{((IPEndPoint)nobody.LocalEndPoint!).Port}"));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?short_key=1234567", "application/json");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(502, (await answer.ProblemAsync())["status"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_appliance_that_takes_too_long_is_504()
    {
        var never = new TaskCompletionSource();
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:AnswerTimeout", "00:00:01"));
        appliance.State.AnswerAfter = never.Task;

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?short_key=1234567", "application/json");

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal(504, (await answer.ProblemAsync())["status"]!.GetValue<int>());
        Assert.Equal(PortalProxy.SimulatedAppliance.RequestEnding.Aborted, await Soon.Within(Assert.Single(appliance.Requests.All).Ended));
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n", 502)]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Disposition: attachment; filename=a.exe\r\n\r\n", 502)]
    [InlineData("HTTP/1.1 206 Partial Content\r\nContent-Disposition: attachment; filename=a.exe\r\nContent-Length: 2\r\n\r\nMZ", 502)]
    [InlineData("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n", 502)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nnope", 502)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 2\r\n\r\nMZ", 502)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Disposition: attachment\r\nContent-Length: 2\r\n\r\nMZ", 502)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Disposition: attachment; filename=\"\"\r\nContent-Length: 2\r\n\r\nMZ", 502)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: TEXT/HTML\r\nContent-Disposition: attachment; filename=a.exe\r\nContent-Length: 4\r\n\r\nnope", 422)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\nnope", 422)]
    [InlineData("nonsense\r\n\r\n", 502)]
    [InlineData("", 502)]
    public async Task Whatever_is_no_client_becomes_the_portals_own_words(string said, int status)
    {
        await using var appliance = RawAppliance.Saying(said);
        await using var portal = appliance.StartPortal();

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        var page = await answer.PageAsync();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotNull(page.QuerySelector("#issue form"));
        Assert.DoesNotContain("nope", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(answer.Raw("Location"));
        Assert.Null(answer.Raw("WWW-Authenticate"));
        Assert.Null(answer.Raw("Content-Disposition"));
        Assert.Equal("no-store", answer.Raw("Cache-Control"));
    }

    [Fact]
    public async Task A_browser_that_asks_ahead_of_its_person_uses_no_key_up()
    {
        await using var appliance = RawAppliance.Saying("");
        await using var portal = appliance.StartPortal();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PortalRequests.Door}?short_key=1234567");
        request.Headers.TryAddWithoutValidation("Sec-Purpose", "prefetch;prerender");

        using var answer = await portal.SendAsync(request);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(appliance.WasAsked);
    }
}
