using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>Representatives come and go while the page is open.</summary>
public sealed class LiveListTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly Representative someone = new(555, "Zoë Zander", "Zoë Zander");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_leaves_is_marked_and_announced_and_whoever_comes_is_added(bool streams)
    {
        demo.Appliance.State.LogIn(someone);
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        if (!streams)
            await customer.Page.RouteAsync("**/availability/events", route => route.FulfillAsync(new() { Status = 502 }));
        await Poll.UntilAsync(
            async () =>
            {
                await customer.OpenAsync("/");
                return await Person(customer).IsVisibleAsync();
            },
            "the directory knows her");
        await Person(customer).FocusAsync();
        if (!streams)
            await SpeedUpAsync(customer);

        demo.Appliance.State.LogOut(someone.Id);

        await Assertions.Expect(Person(customer)).ToHaveTextAsync("Zoë Zander (no longer available)");
        await Assertions.Expect(Person(customer)).ToBeFocusedAsync();
        await Assertions.Expect(Person(customer)).ToHaveAttributeAsync("aria-disabled", "true");
        await Assertions.Expect(News(customer)).ToHaveTextAsync("Zoë Zander is no longer available.");
        await customer.Page.Keyboard.PressAsync("Enter");
        await customer.ReadsAsync("How can we help you?");

        demo.Appliance.State.LogIn(someone);

        await Assertions.Expect(Person(customer)).ToHaveTextAsync("Zoë Zander");
        await Assertions.Expect(News(customer)).ToHaveTextAsync("Zoë Zander is available now.");
        await Person(customer).ClickAsync();
        await customer.ReadsAsync("Zoë Zander is ready to help you");
        demo.Appliance.State.LogOut(someone.Id);
    }

    [Fact]
    public async Task Where_nobody_was_there_the_list_appears_when_somebody_comes()
    {
        await using var appliance = await Simulated.StartAsync();
        foreach (var one in appliance.State.LoggedIn)
            appliance.State.LogOut(one.Representative.Id);
        await using var portal = await Portal.Before(appliance, ("Appliance:DirectoryRefresh", "00:00:01")).WithDirectoryAsync();
        await using var customer = await Customer.ComeAsync(chromium, portal);
        await customer.OpenAsync("/representatives?external_key=T-1");
        await Assertions.Expect(customer.Page.GetByText("Nobody is available right now.")).ToBeVisibleAsync();

        appliance.State.LogIn(someone);
        await Person(customer).ClickAsync();

        await customer.ReadsAsync("Zoë Zander is ready to help you");
        await Assertions.Expect(customer.Page.Locator("#connector input[name=external_key]")).ToHaveValueAsync("T-1");
    }

    [Fact]
    public async Task Issues_follow_who_is_there_and_the_chosen_one_stays_chosen()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance, ("Appliance:DirectoryRefresh", "00:00:01")).WithDirectoryAsync();
        await using var customer = await Customer.ComeAsync(chromium, portal);
        await customer.OpenAsync("/issue");
        await customer.Page.GetByLabel("What is it about?").SelectOptionAsync("2");

        foreach (var one in appliance.State.LoggedIn)
            appliance.State.LogOut(one.Representative.Id);

        await Assertions.Expect(customer.Page.Locator("#issue-id-news")).ToHaveTextAsync(
            "Printing & scanning (nobody is there right now)");
        appliance.State.Teams = [];
        await Assertions.Expect(customer.Page.Locator("#issue-id-news")).ToHaveTextAsync(
            "Printing & scanning (no longer available)");
        await Assertions.Expect(customer.Page.GetByLabel("What is it about?")).ToHaveValueAsync("2");
    }

    private static ILocator Person(Customer customer) => customer.Page.Locator("button.person[value='555']");

    private static ILocator News(Customer customer) => customer.Page.Locator("#representatives [role=status]");

    // The fallback asks four times a minute; here by hand.
    private static async Task SpeedUpAsync(Customer customer) =>
        await customer.Page.EvaluateAsync("() => { availability.rest(); availability.polling = setInterval(() => availability.ask(), 500); }");
}
