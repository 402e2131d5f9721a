using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests.Embedding;

/// <summary>What the host page hears, in which order, and from whom.</summary>
public sealed class EventTests(Chromium chromium, EmbeddingStand stand) : IClassFixture<EmbeddingStand>
{
    [Fact]
    public async Task A_host_page_hears_what_happens_in_its_order_and_nothing_of_the_customers()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=issue"));
        var now = await customer.HearsAsync("availability");
        await customer.Frame().GetByLabel("Your name").FillAsync(new string('x', 101));
        await customer.FrameButton("Get help with this").ClickAsync();
        var invalid = await customer.HearsAsync("invalid");
        await customer.Frame().GetByLabel("Your name").FillAsync("Zoë");
        await customer.FrameButton("Get help with this").ClickAsync();
        await customer.NextFileAsync();
        await customer.HearsAsync("finished");

        Assert.Equal((true, 3), (now.GetProperty("open").GetBoolean(), now.GetProperty("representatives").GetInt32()));
        Assert.Equal("""{"fields":["customer_name"]}""", invalid.GetRawText());
        Assert.Equal(
            ["ready", "availability", "ready", "invalid", "ready", "submitted", "started", "finished"],
            Once(await customer.ToldAsync()));
        Assert.DoesNotContain("Zo", await customer.Page.EvaluateAsync<string>("() => JSON.stringify(told)"));
    }

    [Fact]
    public async Task A_refused_key_is_told()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=session-key"));
        await customer.Frame().Locator("input[name=short_key]").FillAsync("0000000");
        await customer.FrameButton("Start the session").ClickAsync();

        Assert.Equal("""{"reason":"refused"}""", (await customer.HearsAsync("failed")).GetRawText());
        await customer.FrameReadsAsync("Ask for a new key");
    }

    [Fact]
    public async Task A_page_that_never_announced_itself_is_asked()
    {
        // As in a browser that does not name the page around a frame.
        await using var customer = await stand.OpenAsync(chromium, "");
        await customer.Page.AddInitScriptAsync("if (window !== window.parent) Object.defineProperty(Location.prototype, 'ancestorOrigins', { value: undefined });"
            + "delete location.ancestorOrigins;");
        await customer.OpenAsync(stand.Host.Page(stand.Snippet("data-way=issue")));

        await customer.HearsAsync("ready");
        await customer.FitsAsync();
    }

    [Fact]
    public async Task Several_frames_are_told_apart()
    {
        await using var customer = await stand.OpenAsync(
            chromium, stand.Snippet("data-way=issue data-title=One") + stand.Snippet("data-way=session-key data-title=Two"));
        await Poll.UntilAsync(async () => (await customer.ToldAsync()).Count(name => name == "ready") == 2, "both are there");

        await customer.Page.FrameLocator("iframe[title=Two]").GetByRole(AriaRole.Button, new() { Name = "Start the session" }).ClickAsync();
        await customer.HearsAsync("invalid");

        Assert.Equal("Two", await customer.Page.EvaluateAsync<string>("() => told.find((one) => one.name === 'invalid').title"));
        Assert.Equal("function", await customer.Page.EvaluateAsync<string>("() => typeof PortalProxy.mount"));
    }

    [Fact]
    public async Task Messages_of_others_change_nothing_on_the_host_page()
    {
        var forger = stand.Stranger.Page("""
            <script>
              setInterval(() => parent.postMessage({ portalProxy: "height", height: 7 }, "*"), 10);
              setInterval(() => parent.postMessage({ portalProxy: "finished" }, "*"), 10);
            </script>
            """);
        await using var customer = await stand.OpenAsync(
            chromium, stand.Snippet("data-way=issue data-title=Portal") + $"<iframe title=Forger src={forger}></iframe>");
        await customer.HearsAsync("ready");
        await customer.Page.EvaluateAsync("() => { window.forged = 0; addEventListener('message', (event) => forged += event.data.height === 7); }");

        // From another frame, and from the host's own page with the portal's words.
        await customer.Page.EvaluateAsync("() => postMessage({ portalProxy: 'finished' }, '*')");
        await customer.Page.WaitForFunctionAsync("() => forged > 3");

        Assert.DoesNotContain("finished", await customer.ToldAsync());
        Assert.NotEqual(7, await customer.Page.Locator("iframe[title=Portal]").EvaluateAsync<double>("(one) => one.clientHeight"));
    }

    [Fact]
    public async Task A_frame_that_shows_another_site_is_not_believed()
    {
        var forger = stand.Stranger.Page("""<script>setInterval(() => parent.postMessage({ portalProxy: "finished" }, "*"), 10);</script>""");
        await using var customer = (await stand.OpenAsync(
            chromium,
            $"<iframe title=Help src={forger}></iframe>{stand.Snippet("onload=\"PortalProxy.mount('iframe')\"")}"))
            .Expecting("target origin");
        await customer.Page.WaitForFunctionAsync("() => window.PortalProxy");
        await customer.Page.EvaluateAsync("() => { window.forged = 0; addEventListener('message', () => forged++); }");

        await customer.Page.WaitForFunctionAsync("() => forged > 3");

        Assert.Empty(await customer.ToldAsync());
    }

    [Fact]
    public async Task Messages_of_others_change_nothing_in_the_frame()
    {
        await using var customer = await stand.OpenAsync(
            chromium, stand.Snippet("data-way=issue data-title=Portal") + $"<iframe title=Forger src={stand.Host.Page("<p>Forger</p>")}></iframe>");
        await customer.HearsAsync("availability");
        await Assertions.Expect(customer.Page.FrameLocator("iframe[title=Forger]").GetByText("Forger")).ToBeVisibleAsync();
        var portal = customer.Page.Frames.Single(frame => frame.Url.StartsWith(stand.Origin, StringComparison.Ordinal));
        var forger = customer.Page.Frames.Single(frame => frame.ParentFrame is not null && frame.Url.StartsWith(stand.Host.Origin, StringComparison.Ordinal));
        await portal.EvaluateAsync("() => { window.heard = 0; addEventListener('message', () => heard++); }");

        await forger.EvaluateAsync("""
            () => {
              for (let index = 0; index < parent.length; index++)
                parent[index].postMessage({ portalProxy: "options", theme: "dark", prefill: { customer_name: "Eve" } }, "*");
            }
            """);
        await portal.EvaluateAsync("() => postMessage({ portalProxy: 'options', theme: 'dark', prefill: { customer_name: 'Eve' } }, '*')");
        await portal.WaitForFunctionAsync("() => heard === 2");

        Assert.Equal("", await portal.EvaluateAsync<string>("() => document.documentElement.style.colorScheme"));
        Assert.DoesNotContain(customer.Asked, one => one.Contains("/embed/prefill", StringComparison.Ordinal));
    }

    // Who is there is told on every page that lists it, and again whenever it changes.
    private static string[] Once(string[] names) =>
        [.. names.Where((name, index) => name != "availability" || Array.IndexOf(names, name) == index)];
}
