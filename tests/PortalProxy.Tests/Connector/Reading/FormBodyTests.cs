using System.Globalization;
using System.Net;
using System.Text;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Reading;

/// <summary>Bodies of other kinds and sizes than a form of the portal has.</summary>
public sealed class FormBodyTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    [Theory]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.OK)]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", HttpStatusCode.OK)]
    [InlineData("Application/X-WWW-Form-URLEncoded", HttpStatusCode.OK)]
    [InlineData("multipart/form-data; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    public async Task Only_urlencoded_forms_are_read(string type, HttpStatusCode expected)
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            using var customer = await RawCustomer.AskAsync(standard.Portal, Post("issue_menu=1", $"Content-Type: {type}\r\n"));
            Assert.StartsWith($"HTTP/1.1 {(int)expected} ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
        });

        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, recorded.Count);
    }

    [Fact]
    public async Task Ten_thousand_unknown_fields_are_ignored()
    {
        var form = new StringBuilder("issue_menu=1&customer_name=Z");
        for (var number = 0; number < 10_000; number++)
            form.Append(CultureInfo.InvariantCulture, $"&u{number}=1");

        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.PostAsync(PortalRequests.Door, form.ToString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        });

        Assert.Equal($"{PortalRequests.Door}?issue_menu=1&customer_name=Z", Assert.Single(recorded).RawTarget);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_413_before_it_is_sent()
    {
        using var customer = await RawCustomer.AskAsync(
            standard.Portal,
            $"POST {PortalRequests.Door} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 413 ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_chunks_that_grows_too_large_is_413()
    {
        var chunk = $"8000\r\n{new string('x', 0x8000)}\r\n";
        using var customer = await RawCustomer.AskAsync(
            standard.Portal,
            $"POST {PortalRequests.Door} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"Transfer-Encoding: chunked\r\n\r\n{chunk}{chunk}{chunk}{chunk}");

        Assert.StartsWith("HTTP/1.1 413 ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_request_that_the_rules_allow_fits_in_a_query_and_in_a_body()
    {
        // Four bytes a letter in UTF-8, twelve characters percent-encoded: the longest spelling there is.
        var (name, text) = (Letters(100), Letters(1024));
        var form = PortalRequests.Query(
            ("issue_menu", "1"), ("id", "2"), ("customer_name", name), ("customer_company", name), ("customer_company_code", name),
            ("customer_desc", text), ("external_key", text));
        foreach (var method in new[] { "GET", "POST" })
        {
            var recorded = await standard.RecordAsync(async () =>
            {
                using var answer = await standard.Portal.AskAsync(method, PortalRequests.Door, form);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            });

            Assert.Equal(text, Assert.Single(recorded).Value("customer_desc"));
        }
    }

    private static string Letters(int count) => string.Concat(Enumerable.Repeat("😀", count));

    private static string Post(string form, string headers) =>
        $"POST {PortalRequests.Door} HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Length: {form.Length}\r\n\r\n{form}";
}
