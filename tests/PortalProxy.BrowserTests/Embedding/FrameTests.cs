using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests.Embedding;

/// <summary>The frame as part of its host page: height, look, focus, keyboard, policies.</summary>
public sealed class FrameTests(Chromium chromium, EmbeddingStand stand) : IClassFixture<EmbeddingStand>
{
    [Fact]
    public async Task The_frame_follows_errors_languages_and_the_width_of_its_page()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=issue"));
        await customer.HearsAsync("ready");
        await customer.FitsAsync();

        await customer.Frame().GetByLabel("Your name").FillAsync(new string('x', 101));
        await customer.FrameButton("Get help with this").ClickAsync();
        await customer.HearsAsync("invalid");
        await customer.FitsAsync();

        await customer.Page.SetViewportSizeAsync(360, 700);
        await customer.FitsAsync();

        await customer.Frame().GetByRole(AriaRole.Link, new() { Name = "Other ways" }).ClickAsync();
        await customer.FrameReadsAsync("How can we help you?");
        await customer.Frame().Locator("nav.languages summary").ClickAsync();
        await customer.FitsAsync();
        await customer.Frame().GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        await customer.FrameReadsAsync("Wie können wir Ihnen helfen?");
        await customer.FitsAsync();
    }

    [Fact]
    public async Task The_frame_follows_the_list()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=representatives"));
        await customer.HearsAsync("availability");
        var before = await HeightAsync(customer);

        await customer.Frame().Locator(".people").EvaluateAsync("(list) => list.append(...Array.from({ length: 20 }, () => list.firstElementChild.cloneNode(true)))");

        await customer.FitsAsync();
        Assert.True(await HeightAsync(customer) > before + 500);
    }

    [Fact]
    public async Task The_host_page_scrolls_to_an_answer_and_never_by_itself()
    {
        await using var customer = await stand.OpenAsync(
            chromium, $"<div id=before></div>{stand.Snippet("data-way=issue")}<div id=after></div>");
        await customer.Page.EvaluateAsync("() => { before.style.height = after.style.height = '3000px'; }");
        await customer.HearsAsync("availability");
        Assert.Equal(0, await customer.Page.EvaluateAsync<double>("() => scrollY"));
        Assert.Equal("BODY", await customer.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));

        await customer.Frame().GetByLabel("Your name").FillAsync(new string('x', 101));
        await customer.FrameButton("Get help with this").ClickAsync();
        await customer.HearsAsync("invalid");

        await Poll.UntilAsync(
            () => customer.Page.Locator("iframe").EvaluateAsync<bool>("(one) => Math.abs(one.getBoundingClientRect().top) < innerHeight / 2"), "the summary is in view");
        await Assertions.Expect(customer.Frame().Locator(".summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_wrong_link_in_a_frame_takes_no_focus()
    {
        await using var customer = await stand.OpenAsync(chromium, $"""<iframe title=Help src="{stand.Origin}/?ak=1"></iframe>""");

        await Assertions.Expect(customer.Frame().Locator(".summary")).ToBeVisibleAsync();
        await Assertions.Expect(customer.Frame().Locator(".summary")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Theme_colour_language_and_ways_are_the_host_pages()
    {
        await using var customer = await stand.OpenAsync(
            chromium, stand.Snippet("""data-way="session-key issue" data-theme=dark data-accent=#b00020 data-lang=de data-title=Hilfe"""));
        await customer.HearsAsync("ready");
        var button = customer.Frame().Locator("#session-key button");

        await Assertions.Expect(button).ToHaveCSSAsync("color", "rgb(11, 28, 46)");
        await Assertions.Expect(button).ToHaveTextAsync("Sitzung starten");
        await Assertions.Expect(customer.Frame().Locator("#representatives")).ToBeHiddenAsync();
        await Assertions.Expect(customer.Frame().Locator("#issue")).ToBeVisibleAsync();
        await Assertions.Expect(customer.Page.Locator("iframe")).ToHaveAttributeAsync("title", "Hilfe");
        var dark = PortalProxy.PublicSites.AccentColor.DarkCard;
        Assert.True(PortalProxy.PublicSites.Color.TryParse("#b00020", out var accent));
        var bright = accent.Until(7, dark, PortalProxy.PublicSites.Color.White);
        await Assertions.Expect(button).ToHaveCSSAsync("background-color", $"rgb({bright.Red}, {bright.Green}, {bright.Blue})");
    }

    [Fact]
    public async Task A_colour_that_many_can_not_read_is_not_taken()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=session-key data-theme=light data-accent=#ffcc00"));
        await Assertions.Expect(customer.Frame().Locator("html")).ToHaveAttributeAsync("style", "color-scheme: light;");

        await Assertions.Expect(customer.Frame().Locator("#session-key button")).ToHaveCSSAsync("background-color", "rgb(29, 95, 168)");
    }

    [Fact]
    public async Task The_policy_of_a_strict_host_page_suffices()
    {
        var origin = stand.Origin;
        await using var customer = await stand.OpenAsync(
            chromium,
            $"<p data-show-when=open hidden>We are here</p>{stand.Snippet("data-way=issue data-theme=light")}",
            $"default-src 'none'; script-src {origin}; frame-src {origin}; connect-src {origin}");

        await customer.HearsAsync("ready");
        await customer.FitsAsync();
        await Assertions.Expect(customer.Page.GetByText("We are here")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_comes_in_and_out()
    {
        await using var customer = await stand.OpenAsync(
            chromium, $"<button>Before</button>{stand.Snippet("data-way=session-key")}<button id=after>After</button>");
        await customer.HearsAsync("ready");
        await customer.Page.GetByText("Before").FocusAsync();

        await customer.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(customer.Frame().Locator("header a.name")).ToBeFocusedAsync();
        for (var presses = 0; presses < 10 && !await customer.Page.EvaluateAsync<bool>("() => document.activeElement === after"); presses++)
            await customer.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(customer.Page.Locator("#after")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Nothing_in_the_frame_stands_in_anybodys_way()
    {
        await using var customer = await stand.OpenAsync(chromium, stand.Snippet("data-way=all"));
        await customer.HearsAsync("availability");

        Assert.Empty((await customer.Page.RunAxe()).Violations.Select(one => $"{one.Id}: {string.Join(" | ", one.Nodes.Select(node => node.Html))}"));
    }

    private static Task<double> HeightAsync(Customer customer) => customer.Page.Locator("iframe").EvaluateAsync<double>("(one) => one.clientHeight");
}
