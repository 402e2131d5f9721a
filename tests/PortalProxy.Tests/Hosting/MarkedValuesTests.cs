using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>
/// One mark in every place where a customer can write something, along every way, with input that is right and wrong, before an
/// appliance that serves, refuses and fails: it is in no log, trace, metric, title or address of a page.
/// </summary>
public sealed class MarkedValuesTests
{
    // Also a valid session key; no other part of any output has it.
    private const string Mark = "Qz7xVw9";

    private const string Customer =
        $"customer_name={Mark}&customer_company={Mark}&customer_company_code={Mark}&customer_desc={Mark}&external_key={Mark}";

    private static readonly string[] Forms =
    [
        $"issue_menu=1&{Customer}", $"issue_menu=1&id=1&{Customer}", $"issue_menu=1&codeName=unknown&{Customer}", $"issue_menu=1&{Customer}%0a&id=x",
        $"short_key={Mark}&{Customer}", $"short_key={Mark}{Mark}", $"short_key={Mark}&short_key={Mark}", $"short_key={Mark}%ff",
        "ak=feedfacefeedfacefeedfacefeedface", $"ak={Mark}", $"ak={Mark}&short_key={Mark}&issue_menu=1",
        $"id=101&name={Mark}&{Customer}", $"id=101&{Customer}", $"id=x&name={Mark}",
        $"customer.name={Mark}&customer.details={Mark}%00&session.custom.external_key={Mark}&session.skills=x&session.custom.{Mark}={Mark}",
        $"{Mark}={Mark}", $"locale={Mark}&lang={Mark}&agreement={Mark}", "%zz=" + Mark,
    ];

    private static readonly (string Name, Func<RawExchange, Task> Answer)[] Appliances =
    [
        ("serves", exchange => exchange.SendAsync(RawAppliance.ClientHead(length: 2) + "MZ")),
        ("refuses", exchange => exchange.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-A: {Mark}\r\nConnection: close\r\n\r\n<p>{Mark}")),
        ("fails", exchange => exchange.SendAsync($"HTTP/1.1 500 {Mark}\r\nContent-Length: 7\r\nConnection: close\r\n\r\n{Mark}")),
        ("redirects", exchange => exchange.SendAsync($"HTTP/1.1 302 Found\r\nLocation: /{Mark}?{Mark}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
        ("babbles", exchange => exchange.SendAsync($"{Mark} {Mark}\r\n{Mark}\r\n\r\n")),
        ("breaks off", exchange => exchange.SendAsync(RawAppliance.ClientHead(length: 100, $"X-A: {Mark}") + Mark)),
        ("hangs up", _ => Task.CompletedTask),
    ];

    [Theory]
    [InlineData("DownloadCustomerConnector")]
    [InlineData("StartSession")]
    public async Task What_a_customer_writes_is_in_no_log_trace_metric_title_or_address(string dialect)
    {
        await using var appliance = RawAppliance.Playing(Appliances[0].Answer);
        await using var portal = appliance.StartPortal(
            ("Serilog:MinimumLevel", "Verbose"), ("Appliance:SessionApi", dialect), ("Appliance:Username", "portal"), ("Appliance:Password", Mark), ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:9"));

        // After the portal has begun: it hears of a span when the portal has taken out what nobody may know.
        using var telltale = new Telltale();
        var asked = 0;
        foreach (var (_, answer) in Appliances)
        {
            appliance.Answer = answer;
            foreach (var form in Forms)
            {
                foreach (var path in (string[])["/session-key", "/issue", "/representatives", "/embed/prefill", "/api/start_session", PortalRequests.Door])
                {
                    await AskAsync(portal, "POST", path, form);
                    asked++;
                }

                foreach (var (method, path) in new[] { ("GET", "/"), ("GET", "/issue"), ("GET", PortalRequests.Door), ("HEAD", "/api/start_session"), ("GET", "/embed") })
                {
                    await AskAsync(portal, method, $"{path}?{form}", "", isAddressOfCaller: true);
                    asked++;
                }
            }

            foreach (var (method, path) in new[] { ("GET", $"/{Mark}"), (Mark, "/"), ("DELETE", $"/issue/{Mark}?{Mark}"), ("GET", $"/downloads/{Mark}") })
            {
                await AskAsync(portal, method, path, "", isAddressOfCaller: true);
                asked++;
            }
        }

        await portal.Log.WaitForAsync("{RequestMethod}", asked);
        Assert.DoesNotContain(Mark, portal.Log.AsText(), StringComparison.OrdinalIgnoreCase);
        Assert.True(telltale.Heard("Microsoft.AspNetCore") && telltale.Heard("http.server.request.duration"));
        var told = telltale.Having(Mark);
        Assert.True(told.Count == 0, string.Join('\n', told));
    }

    private static async Task AskAsync(Portal portal, string method, string target, string form, bool isAddressOfCaller = false)
    {
        using var customer = await RawCustomer.AskAsync(
            portal,
            $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nUser-Agent: {Mark}\r\nReferer: http://a.example/?{Mark}\r\n"
            + $"Cookie: a={Mark}\r\nAuthorization: Basic {Mark}\r\nX-Forwarded-For: {Mark}\r\nX-{Mark}: {Mark}\r\nAccept-Language: {Mark}\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}");
        string text;
        try
        {
            text = await customer.ReadToEndAsync();
        }
        catch (IOException)
        {
            // An aborted download is one of the cases, and no page.
            return;
        }

        if (text.Split("\r\n\r\n", 2) is not [var head, var body])
            return;
        Assert.DoesNotContain(Mark, head, StringComparison.OrdinalIgnoreCase);
        if (!head.Contains("text/html", StringComparison.Ordinal))
            return;
        Assert.Contains("Referrer-Policy: same-origin", head, StringComparison.Ordinal);
        var page = await new HtmlParser().ParseDocumentAsync(body, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Mark, page.Title, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            page.QuerySelectorAll("[href], [src], [action], [formaction]").SelectMany(Addresses),
            address => address.Contains(Mark, StringComparison.OrdinalIgnoreCase) || address.Contains("feedface", StringComparison.Ordinal));
        Assert.True(isAddressOfCaller || !head.Contains("\r\nLocation:", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Addresses(IElement element) =>
        ((string[])["href", "src", "action", "formaction"]).Select(element.GetAttribute).OfType<string>();
}
