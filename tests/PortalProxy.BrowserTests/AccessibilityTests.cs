using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>Every page in every state, as people set their screens: axe, WCAG 2.2 1.4.10 (reflow) and 2.5.8 (size of targets).</summary>
public sealed class AccessibilityTests(Chromium chromium, StateStand stand) : IClassFixture<StateStand>
{
    // 1280 pixels wide at 400 % are 320 CSS pixels.
    private static readonly (string Name, int Width, int Height, PageEmulateMediaOptions Media)[] Screens =
    [
        ("wide", 1280, 800, new() { ColorScheme = ColorScheme.Light }),
        ("dark", 1280, 800, new() { ColorScheme = ColorScheme.Dark }),
        ("at 400 %", 320, 256, new() { ColorScheme = ColorScheme.Light }),
        ("narrow and dark, without motion", 320, 640, new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce }),
        ("forced colours", 1280, 800, new() { ForcedColors = ForcedColors.Active, ColorScheme = ColorScheme.Light }),
    ];

    [Theory]
    [MemberData(nameof(PageState.Each), MemberType = typeof(PageState))]
    public async Task Nothing_stands_in_anybodys_way(PageState state)
    {
        await using var customer = await Customer.ComeAsync(chromium, stand.Portal);
        await state.Reach(customer, stand);

        foreach (var (name, width, height, media) in Screens)
        {
            await customer.Page.EmulateMediaAsync(media);
            await customer.Page.SetViewportSizeAsync(width, height);
            Assert.Equal((name, ""), (name, await FaultsAsync(customer)));
        }
    }

    [Theory]
    [InlineData("iPhone 15")]
    [InlineData("Pixel 7")]
    public async Task Nor_on_a_phone(string device)
    {
        await using var customer = await Customer.ComeAsync(chromium, stand.Portal, chromium.Playwright.Devices[device]);
        await customer.OpenAsync("/");
        Assert.Equal("", await FaultsAsync(customer));

        await customer.Button("Jürgen Groß").ClickAsync();

        await Assertions.Expect(customer.Page.GetByText("On a phone or a tablet you need the support app.")).ToBeVisibleAsync();
        Assert.Equal("", await FaultsAsync(customer));
    }

    private static async Task<string> FaultsAsync(Customer customer)
    {
        var found = await customer.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.NotEmpty(found.Passes);
        var unreachable = await customer.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("button, select, textarea, input:not([type=hidden]), summary, a:not(li a)")]
              .filter((one) => one.checkVisibility())
              .filter((one) => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24 || box.right > innerWidth; })
              .map((one) => `too small, or out of the window: ${one.outerHTML}`)
              .concat(document.documentElement.scrollWidth > innerWidth ? ["wider than the window"] : [])
            """);
        return string.Join(
            Environment.NewLine,
            found.Violations.Select(one => $"{one.Id}: {one.Help} {string.Join(" | ", one.Nodes.Select(node => node.Html))}").Concat(unreachable));
    }
}
