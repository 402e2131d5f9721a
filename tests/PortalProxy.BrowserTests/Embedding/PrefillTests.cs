using System.Collections.Concurrent;
using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests.Embedding;

/// <summary>What a host page knows of the customer arrives, and no address and no <c>Referer</c> holds it.</summary>
public sealed class PrefillTests(Chromium chromium, EmbeddingStand stand) : IClassFixture<EmbeddingStand>
{
    private const string Known = """data-prefill='{"customer.name":"Zoe","customer_company":"Acme","external_key":"T-4711","id":"2","short_key":"1234567"}'""";

    [Fact]
    public async Task Prefill_reaches_the_form_and_the_appliance_and_no_address()
    {
        await using var customer = await Customer.ComeAsync(chromium, stand.Portal);
        var seen = new ConcurrentBag<string>();
        customer.Page.Request += (_, request) => seen.Add($"{request.Url} {request.Headers.GetValueOrDefault("referer")}");
        await customer.OpenAsync(stand.Host.Page(stand.Snippet($"data-way=issue {Known}")));

        await Assertions.Expect(customer.Frame().GetByLabel("Your name")).ToHaveValueAsync("Zoe");
        await Assertions.Expect(customer.Frame().GetByLabel("What is it about?")).ToHaveValueAsync("2");
        await customer.FrameButton("Get help with this").ClickAsync();
        await customer.NextFileAsync();

        var arrived = Assert.Single(stand.Appliance.Requests.All, one => one.Value("external_key") == "T-4711");
        Assert.Equal(("Zoe", "Acme", "2"), (arrived.Value("customer_name"), arrived.Value("customer_company"), arrived.Value("id")));
        Assert.Contains(seen, one => one.Contains("/embed/prefill", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, one => new[] { "Zoe", "Acme", "4711", "1234567" }.Any(word => one.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_typed_stays_and_what_breaks_a_rule_or_is_a_secret_is_dropped()
    {
        await using var customer = await stand.OpenAsync(
            chromium, stand.Snippet("""data-way=all data-prefill='{"customer_name":"a\nb","customer_company":"Acme","short_key":"1234567"}'"""));

        await Assertions.Expect(customer.Frame().GetByLabel("Your company (optional)", new() { Exact = true })).ToHaveValueAsync("Acme");
        await Assertions.Expect(customer.Frame().GetByLabel("Your name")).ToHaveValueAsync("");
        await Assertions.Expect(customer.Frame().Locator("input[name=short_key]")).ToHaveValueAsync("");
        await Assertions.Expect(customer.Frame().Locator("#session-key input[name=customer_company]")).ToHaveValueAsync("Acme");
    }
}
