using System.Net;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The look at the answer: what is no client is never passed on.</summary>
public sealed class OddAnswerTests(RawPortal raw) : IClassFixture<RawPortal>
{
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
        raw.Say(said);

        using var answer = await raw.Portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
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
        var before = raw.Appliance.Asked;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PortalRequests.Door}?short_key=1234567");
        request.Headers.TryAddWithoutValidation("Sec-Purpose", "prefetch;prerender");

        using var answer = await raw.Portal.SendAsync(request);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(before, raw.Appliance.Asked);
    }
}
