using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>
/// Pictures of every state, for people to look at: in <c>TestResults/screenshots</c>, which git ignores.
/// <c>docs/images/renew</c> takes the README's from there.
/// </summary>
public sealed class ScreenshotTests(Chromium chromium, StateStand stand) : IClassFixture<StateStand>
{
    private static readonly string Folder = Path.Combine(Repository.Root, "TestResults", "screenshots");

    [Theory]
    [MemberData(nameof(PageState.Each), MemberType = typeof(PageState))]
    public async Task A_picture_of_every_state(PageState state)
    {
        await using var customer = await Customer.ComeAsync(
            chromium, stand.Portal, new() { ViewportSize = new() { Width = 1280, Height = 800 }, UserAgent = Windows });
        await state.Reach(customer, stand);

        await TakeAsync(customer, state.Name);
        await customer.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await TakeAsync(customer, $"{state.Name}-dark");
    }

    [Fact]
    public async Task Pictures_of_a_phone()
    {
        await using var customer = await Customer.ComeAsync(chromium, stand.Portal, chromium.Playwright.Devices["iPhone 15"]);
        await customer.OpenAsync("/");
        await TakeAsync(customer, "phone-portal");

        await customer.Button("Jürgen Groß").ClickAsync();
        await customer.ReadsAsync("Jürgen Groß is ready to help you");
        await TakeAsync(customer, "phone-start");
    }

    private const string Windows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";

    private static async Task TakeAsync(Customer customer, string name)
    {
        var picture = await customer.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });

        Assert.NotEmpty(picture);
    }
}
