using System.Net;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector;

/// <summary>Who may post to the door: the portal's own pages, and programs. Links from anywhere go on working.</summary>
public sealed class CrossOriginTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    private const string Own = "{own}";

    [Theory]
    [InlineData("POST", null, null, HttpStatusCode.OK)]
    [InlineData("POST", "same-origin", null, HttpStatusCode.OK)]
    [InlineData("POST", "none", null, HttpStatusCode.OK)]
    [InlineData("POST", "same-site", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "cross-site", Own, HttpStatusCode.Forbidden)]
    [InlineData("POST", "SAME-ORIGIN", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "same-origin, none", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "", null, HttpStatusCode.Forbidden)]
    [InlineData("POST", "same-origin", "https://elsewhere.example", HttpStatusCode.OK)]
    [InlineData("POST", null, Own, HttpStatusCode.OK)]
    [InlineData("POST", null, "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("POST", null, "http://127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("POST", null, "null", HttpStatusCode.Forbidden)]
    [InlineData("POST", null, "", HttpStatusCode.Forbidden)]
    [InlineData("GET", "cross-site", "https://elsewhere.example", HttpStatusCode.OK)]
    [InlineData("HEAD", "cross-site", "https://elsewhere.example", HttpStatusCode.OK)]
    public async Task The_headers_that_pages_cannot_forge_decide(string method, string? site, string? origin, HttpStatusCode expected)
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            var headers = (site is null ? "" : $"Sec-Fetch-Site: {site}\r\n")
                + (origin is null ? "" : $"Origin: {origin.Replace(Own, standard.Portal.Url.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)}\r\n");
            using var customer = await RawCustomer.AskAsync(
                standard.Portal,
                $"{method} {PortalRequests.Door}?issue_menu=1 HTTP/1.1\r\nHost: {standard.Portal.Url.Authority}\r\n{headers}Content-Length: 0\r\n\r\n");
            Assert.StartsWith($"HTTP/1.1 {(int)expected} ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
        });

        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, recorded.Count);
    }

    [Fact]
    public async Task A_form_of_another_site_is_told_so_and_led_to_the_portal()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{PortalRequests.Door}?issue_menu=1");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await standard.Portal.SendAsync(request);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("another site", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/']"));
    }
}
