using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests.Embedding;

/// <summary>What the script does for a host page beside the frame.</summary>
public sealed class HostPageTests(Chromium chromium, EmbeddingStand stand) : IClassFixture<EmbeddingStand>
{
    private const string Notices = "<p data-show-when=open hidden>We are here</p><p data-show-when=closed hidden>Nobody is here</p>";

    [Fact]
    public async Task Elements_show_who_is_there_without_a_frame()
    {
        await using var customer = await stand.OpenAsync(chromium, Notices + stand.Snippet());

        await Assertions.Expect(customer.Page.GetByText("We are here")).ToBeVisibleAsync();
        await Assertions.Expect(customer.Page.GetByText("Nobody is here")).ToBeHiddenAsync();
        Assert.Equal(0, await customer.Page.Locator("iframe").CountAsync());
        Assert.Equal(3, await customer.Page.EvaluateAsync<int>("async () => (await PortalProxy.availability()).representatives"));
    }

    [Fact]
    public async Task Elements_follow_the_frame_when_the_last_one_leaves()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(
            appliance, ("Portal:FrameAncestors:0", stand.Host.Origin), ("Appliance:DirectoryRefresh", "00:00:01")).WithDirectoryAsync();
        await using var customer = await stand.OpenAsync(
            chromium, $"{Notices}<script async src={portal.Url}embed.js data-way=representatives></script>");
        await Assertions.Expect(customer.Page.GetByText("We are here")).ToBeVisibleAsync();

        foreach (var one in appliance.State.LoggedIn)
            appliance.State.LogOut(one.Representative.Id);

        await Assertions.Expect(customer.Page.GetByText("Nobody is here")).ToBeVisibleAsync();
        await Assertions.Expect(customer.Page.GetByText("We are here")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_site_that_may_not_embed_the_portal_does_not_read_who_is_there()
    {
        await using var customer = (await Customer.ComeAsync(chromium, stand.Portal)).Expecting("CORS");
        await customer.OpenAsync(stand.Stranger.Page(Notices + stand.Snippet()));

        await customer.Page.WaitForFunctionAsync("() => window.PortalProxy");
        Assert.Equal("refused", await customer.Page.EvaluateAsync<string>("() => PortalProxy.availability().then(() => 'read', () => 'refused')"));
        await Assertions.Expect(customer.Page.GetByText("We are here")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task It_adds_one_name_to_the_page_and_works_while_the_page_is_still_being_read()
    {
        var waiting = $"""
            <script>window.before = Object.keys(window);</script>
            <script src="{stand.Origin}/embed.js" data-way=session-key></script>
            <script>window.added = Object.keys(window).filter((name) => !before.includes(name)); window.early = document.readyState + frames.length;</script>
            """;
        await using var customer = await stand.OpenAsync(chromium, waiting);

        Assert.Equal(["before", "PortalProxy"], (await customer.Page.EvaluateAsync<string[]>("() => added")).Where(name => name != "0"));
        Assert.Equal("loading1", await customer.Page.EvaluateAsync<string>("() => early"));
        await customer.HearsAsync("ready");
    }

    [Fact]
    public async Task The_browser_of_these_tests_lets_no_frame_of_another_site_keep_a_cookie()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=session-key"));
        await customer.HearsAsync("ready");

        Assert.Equal("", await customer.Frame().Locator("html").EvaluateAsync<string>(
            "() => { document.cookie = 'kept=1; SameSite=None; Secure'; return document.cookie; }"));
    }
}
