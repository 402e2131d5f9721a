using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests.Embedding;

/// <summary>What stands between a customer and the portal in a frame, and what they and the web author read then.</summary>
public sealed class BarrierTests(Chromium chromium, EmbeddingStand stand) : IClassFixture<EmbeddingStand>
{
    private const string WithoutDownloads = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";

    [Fact]
    public async Task A_site_that_may_not_embed_the_portal_shows_nothing_and_embed_says_why()
    {
        await using var customer = (await Customer.ComeAsync(chromium, stand.Portal)).Expecting("frame");
        await customer.OpenAsync(stand.Stranger.Page($"""<iframe title=Help src="{stand.Origin}/"></iframe>"""));
        await customer.Page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Equal(0, await customer.Frame().Locator("h1", new() { HasText = "How can we help you?" }).CountAsync());

        await customer.OpenAsync($"/embed?site={Uri.EscapeDataString(stand.Stranger.Origin + "/help")}");
        await Assertions.Expect(customer.Page.GetByText($"Portal:FrameAncestors:2 = {stand.Stranger.Origin}")).ToBeVisibleAsync();
        await customer.OpenAsync($"/embed?site={Uri.EscapeDataString(stand.Host.Origin)}");
        await Assertions.Expect(customer.Page.GetByText("may embed the portal.").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("session-key")]
    [InlineData("representatives")]
    public async Task A_sandbox_without_downloads_is_explained_and_a_new_tab_gets_the_file(string way)
    {
        await using var customer = (await OpenSandboxAsync(WithoutDownloads, way: way)).Expecting("sandbox");
        if (way == "session-key")
            await customer.Frame().Locator("input[name=short_key]").FillAsync(stand.NewKey());
        await customer.FrameButton(way == "session-key" ? "Start the session" : "Jürgen Groß").ClickAsync();
        await Assertions.Expect(customer.Frame().Locator("#connector")).ToBeVisibleAsync();
        await Assertions.Expect(customer.Frame().Locator("#download")).ToHaveTextAsync("");
        var link = customer.Frame().Locator("#boxed").GetByRole(AriaRole.Link, new() { Name = "Open in a new tab" });
        await Assertions.Expect(link).ToBeVisibleAsync();
        await customer.Page.Frames[1].WaitForFunctionAsync("() => performance.now() - performance.getEntriesByType('navigation')[0].loadEventEnd > 2500");
        Assert.DoesNotContain(customer.Asked, one => one.StartsWith("POST /download_customer_connector.ns", StringComparison.Ordinal));

        var tab = await customer.Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());

        var download = await tab.WaitForDownloadAsync();
        await using var file = await download.CreateReadStreamAsync();
        var bytes = await System.Security.Cryptography.SHA256.HashDataAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(stand.Appliance.Client.Sha256, Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public async Task A_sandbox_that_the_host_page_knows_to_let_downloads_through_changes_nothing()
    {
        await using var customer = await OpenSandboxAsync($"{WithoutDownloads} allow-downloads", stand.Snippet("onload=\"PortalProxy.mount('iframe')\""));
        await customer.HearsAsync("ready");
        await customer.Frame().Locator("input[name=short_key]").FillAsync(stand.NewKey());
        await customer.FrameButton("Start the session").ClickAsync();

        Assert.Equal(stand.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
    }

    [Fact]
    public async Task A_sandbox_without_forms_is_explained_at_once()
    {
        await using var customer = (await OpenSandboxAsync("allow-scripts allow-same-origin allow-popups")).Expecting("sandbox");

        await Assertions.Expect(customer.Frame().Locator("#boxed")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_host_page_that_posts_into_the_frame_is_refused_and_told_of_prefill()
    {
        await using var customer = await stand.OpenAsync(chromium, $"""
            <iframe title=Help name=help></iframe>
            <form method=post target=help action="{stand.Origin}/issue"><input name=customer_name value=Zoe><button>Post</button></form>
            """);
        await customer.Button("Post").ClickAsync();

        await customer.FrameReadsAsync("This form came from another site");
        await Assertions.Expect(customer.Frame().GetByRole(AriaRole.Link, new() { Name = "/embed" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_self_test_finds_nothing_wrong_with_the_snippet()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=selftest data-theme=light"));

        Assert.Equal(
            ["origin-ok", "sandbox-ok", "address-same", "scheme-ok", "height-ok"], await FindingsAsync(customer, "height-ok"));
        await Assertions.Expect(customer.Frame().Locator("[data-origin]")).ToHaveTextAsync(stand.Host.Origin);
    }

    [Fact]
    public async Task The_self_test_names_the_flags_that_a_sandbox_lacks_and_what_else_is_wrong()
    {
        await using var customer = (await stand.OpenAsync(
            chromium,
            $"""<iframe title=Help sandbox="allow-scripts allow-same-origin allow-forms" src="{stand.Origin}/embed?selftest=1"></iframe>{stand.Snippet("onload=\"PortalProxy.mount('iframe')\"")}"""))
            .Expecting("sandbox");

        Assert.Equal(
            ["origin-ok", "sandbox-missing", "address-same", "scheme-differs", "height-ok"], await FindingsAsync(customer, "scheme-differs", "sandbox-missing", "height-ok"));
        await Assertions.Expect(customer.Frame().Locator("[data-flags]")).ToHaveTextAsync("allow-downloads allow-popups allow-popups-to-escape-sandbox");
    }

    [Fact]
    public async Task The_self_test_sees_a_frame_that_nobody_makes_higher()
    {
        await using var customer = await stand.OpenAsync(chromium, $"""<iframe title=Help src="{stand.Origin}/embed?selftest=1"></iframe>""");

        Assert.Contains("height-fixed", await FindingsAsync(customer, "height-fixed"));
    }

    private static async Task<string[]> FindingsAsync(Customer customer, params string[] awaited)
    {
        foreach (var finding in awaited)
            await Assertions.Expect(customer.Frame().Locator($"[data-finding={finding}]")).ToBeVisibleAsync();
        return await customer.Frame().Locator("#findings").EvaluateAsync<string[]>(
            "(list) => [...list.children].filter((one) => !one.hidden).map((one) => one.dataset.finding)");
    }

    private Task<Customer> OpenSandboxAsync(string flags, string more = "", string way = "session-key") => stand.OpenAsync(
        chromium, $"""<iframe title=Help width=600 height=900 sandbox="{flags}" src="{stand.Origin}/{way}"></iframe>{more}""");
}
