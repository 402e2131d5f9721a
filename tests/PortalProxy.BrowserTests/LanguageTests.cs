using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.BrowserTests;

/// <summary>The language that a customer chooses, or that their browser asks for, from the first page to the last word of a script.</summary>
public sealed class LanguageTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_language_is_chosen_once_and_the_file_comes(bool scripts)
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal, new() { JavaScriptEnabled = scripts });
        await customer.OpenAsync("/");
        await customer.Page.Locator("nav.languages summary").ClickAsync();
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = "Deutsch" }).ClickAsync();
        await customer.ReadsAsync("Wie können wir Ihnen helfen?");

        await customer.Button("Jürgen Groß").ClickAsync();
        await customer.ReadsAsync("Jürgen Groß kann Ihnen jetzt helfen");
        if (!scripts)
            await customer.Button("Herunterladen und starten").ClickAsync();

        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
        if (!scripts)
            return;
        await Assertions.Expect(customer.Page.GetByText("Die Datei wurde gesendet. Folgen Sie nun den Schritten unten.")).ToBeVisibleAsync();
        Assert.Single(customer.Asked, one => one.StartsWith("POST /download_customer_connector.ns?lang=de&download=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scripts_speak_the_language_of_the_browser()
    {
        var someone = new Representative(556, "Zoë Zander", "Zoë Zander");
        demo.Appliance.State.LogIn(someone);
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal, new() { Locale = "ar" });
        var person = customer.Button("Zoë Zander");
        await Tests.Infrastructure.Poll.UntilAsync(
            async () =>
            {
                await customer.OpenAsync("/");
                return await person.IsVisibleAsync();
            },
            "the directory knows her");

        demo.Appliance.State.LogOut(someone.Id);
        await Assertions.Expect(person).ToHaveTextAsync("Zoë Zander (لم يعد متاحًا)");
        await Assertions.Expect(customer.Page.Locator("#representatives [role=status]")).ToHaveTextAsync("لم يعد الاتصال متاحًا مع Zoë Zander.");

        await customer.Page.Locator("textarea").PressSequentiallyAsync(new string('x', 5));
        await customer.Page.Locator("textarea").FillAsync(new string('x', 1100));
        await Assertions.Expect(customer.Page.Locator("#issue-customer_desc-left")).ToHaveTextAsync("عدد الأحرف الزائدة: 76");
    }
}
