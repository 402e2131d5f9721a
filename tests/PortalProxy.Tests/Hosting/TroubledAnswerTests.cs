using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Pages;

namespace PortalProxy.Tests.Hosting;

/// <summary>The headers of every answer, continued: where the appliance, the customer or the portal itself is in trouble.</summary>
public sealed class TroubledAnswerTests(TroubledPortal troubled) : IClassFixture<TroubledPortal>
{
    private const string Phone = "User-Agent: Mozilla/5.0 (iPhone)";
    private static int customers;

    [Theory]
    [InlineData("GET", TroubledPortal.OfClient, null, 200)]
    [InlineData("HEAD", TroubledPortal.OfClient, null, 200)]
    [InlineData("GET", TroubledPortal.OfHalf, null, 200)]
    [InlineData("GET", TroubledPortal.OfPage, null, 422)]
    [InlineData("GET", TroubledPortal.OfPage, Phone, 200)]
    [InlineData("GET", TroubledPortal.OfStore, Phone, 200)]
    [InlineData("GET", TroubledPortal.OfRedirect, null, 502)]
    [InlineData("GET", TroubledPortal.OfFailure, null, 502)]
    [InlineData("GET", TroubledPortal.OfFailure, "Accept: application/json", 502)]
    [InlineData("HEAD", TroubledPortal.OfNothing, null, 502)]
    [InlineData("GET", TroubledPortal.OfSilence, null, 504)]
    public async Task Whatever_the_appliance_says_the_headers_are_the_portals(string method, string issue, string? headers, int status) =>
        await IsRightAsync(method, $"{PortalRequests.Door}?issue_menu=1&{issue}", headers, status, NewCustomer());

    [Theory]
    [InlineData("/session-key", 200)]
    [InlineData($"{PortalRequests.Door}?issue_menu=1&{TroubledPortal.OfClient}", 200)]
    public async Task A_customer_who_asks_too_often_is_answered_with_them(string path, int first)
    {
        var customer = NewCustomer();
        await IsRightAsync("GET", path, null, first, customer);
        await IsRightAsync("GET", path, null, 429, customer);
    }

    [Fact]
    public async Task One_download_too_many_is_answered_with_them()
    {
        const string Half = $"{PortalRequests.Door}?issue_menu=1&{TroubledPortal.OfHalf}";
        var earlier = troubled.Portal.Log.Having("{RequestMethod}").Count;
        using (await troubled.Portal.SendAsync("GET", Half, null, $"X-Forwarded-For: {NewCustomer()}"))
        {
            await IsRightAsync("GET", Half, null, 503, NewCustomer());
        }

        await troubled.Portal.Log.WaitForAsync("{RequestMethod}", earlier + 2);
    }

    [Fact]
    public async Task A_mistake_of_the_portals_is_answered_with_them()
    {
        await using var broken = BrokenPortal.Start();
        using var form = new StringContent("issue_menu=1", null, "application/x-www-form-urlencoded");

        using var answer = await broken.Client.PostAsync("/issue", form, TestContext.Current.CancellationToken);

        answer.IsStatus(500);
        RightHeaders.AreIn(answer.Header, "POST", "/issue", 500);
    }

    [Theory]
    [InlineData("POST /session-key HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n", "POST", 400)]
    [InlineData("POST /session-key HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n", "POST", 413)]
    public async Task A_body_that_is_none_is_answered_with_them(string request, string method, int status)
    {
        using var customer = await RawCustomer.AskAsync(troubled.Portal, request);

        var head = await customer.ReadHeadAsync();

        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        RightHeaders.AreIn(name => RightHeaders.Of(head, name), method, "/session-key", status);
    }

    // The server itself answers these, ahead of the portal: what it says must be nothing at all.
    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET / HTTP/3.1\r\nHost: a\r\n\r\n", 505)]
    [InlineData("nonsense\r\n\r\n", 400)]
    public async Task What_is_no_request_is_answered_with_nothing(string request, int status)
    {
        using var customer = await RawCustomer.AskAsync(troubled.Portal, request);

        var lines = (await customer.ReadToEndAsync()).Split("\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["Connection: close", "Content-Length: 0", "Date: "], lines[1..^2].Select(line => line.StartsWith("Date: ", StringComparison.Ordinal) ? "Date: " : line).Order());
        Assert.Equal(["", ""], lines[^2..]);
    }

    private static string NewCustomer() => $"203.0.113.{Interlocked.Increment(ref customers)}";

    private async Task IsRightAsync(string method, string path, string? headers, int status, string address)
    {
        var earlier = troubled.Portal.Log.Having("{RequestMethod}").Count;
        await AskAsync(method, path, headers, status, address);

        // There is one slot for downloads: the next test begins when this one's customer has really left.
        await troubled.Portal.Log.WaitForAsync("{RequestMethod}", earlier + 1);
    }

    private async Task AskAsync(string method, string path, string? headers, int status, string address)
    {
        using var answer = await troubled.Portal.SendAsync(
            method, path, null, $"X-Forwarded-For: {address}|X-Forwarded-Proto: https{(headers is null ? "" : $"|{headers}")}");

        answer.IsStatus(status);
        RightHeaders.AreIn(answer.Header, method, path, status, isHttps: true);
    }
}
