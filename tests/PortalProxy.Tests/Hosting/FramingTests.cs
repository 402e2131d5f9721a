using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>
/// A second request hidden in what may or may not be the body of the first: where two servers in a row see the end in different
/// places, it would be answered to another customer.
/// </summary>
public sealed class FramingTests(RawPortal raw) : IClassFixture<RawPortal>
{
    private const string Smuggled = $"GET {PortalRequests.Door}?issue_menu=1&id=666 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private const string Begin = $"POST {PortalRequests.Door} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    [Fact]
    public async Task Two_requests_that_are_clearly_two_are_both_answered()
    {
        Assert.Equal(2, await AnswersAsync($"{Begin}Content-Length: 12\r\n\r\nissue_menu=1{Smuggled}"));

        Assert.Equal(["/download_customer_connector.ns?issue_menu=1", "/download_customer_connector.ns?issue_menu=1&id=666"], await AskedAsync());
    }

    [Theory]
    [InlineData("Content-Length: 300\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\nX-Content-Length: 5\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: identity\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0;\n\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0\n\n")]
    [InlineData("Content-Length: +12\r\n\r\nissue_menu=1")]
    [InlineData("Content-Length: -0\r\n\r\n")]
    [InlineData("Content-Length: 12\r\nContent-Length: 0\r\n\r\nissue_menu=1")]
    [InlineData("Content-Length: 12\nX: y\r\n\r\nissue_menu=1")]
    public async Task What_could_be_one_or_two_is_refused_and_ends_the_connection(string framing)
    {
        using var customer = await RawCustomer.AskAsync(raw.Portal, $"{Begin}{framing}{Smuggled}");

        var answers = await customer.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 ", answers, StringComparison.Ordinal);
        Assert.Equal(1, Count(answers));
        Assert.Empty(await AskedAsync());
    }

    // Kestrel itself would put the overridden length there, and gives up without an answer.
    [Fact]
    public async Task Whoever_sends_the_header_in_which_an_overridden_length_is_kept_gets_no_answer()
    {
        Assert.Equal(0, await AnswersAsync($"{Begin}Transfer-Encoding: chunked\r\nContent-Length: 0\r\nX-Content-Length: 0\r\n\r\n0\r\n\r\n{Smuggled}"));

        Assert.Empty(await AskedAsync());
    }

    private static int Count(string answers) => answers.Split("HTTP/1.1 ").Length - 1;

    private async Task<int> AnswersAsync(string requests)
    {
        using var customer = await RawCustomer.AskAsync(raw.Portal, requests);
        return Count(await customer.ReadToEndAsync());
    }

    private async Task<IReadOnlyList<string>> AskedAsync()
    {
        var targets = new List<string>();
        while (raw.Appliance.WasAsked)
        {
            targets.Add((await raw.Appliance.NextAsync()).Target);
        }

        return targets;
    }
}
