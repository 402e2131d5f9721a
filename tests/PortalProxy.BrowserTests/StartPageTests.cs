using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>The download starts by itself once, after the customer's own submit, and never again by a reload or a way back.</summary>
public sealed class StartPageTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Door = "POST /download_customer_connector.ns";

    // Puts the start into the test's hands: on a busy machine two seconds pass before anybody has looked.
    private const string HeldStart =
        "const later = window.setTimeout; window.setTimeout = (work, time) => time === 2000 ? (window.startNow = work, 0) : later(work, time);";

    [Fact]
    public async Task The_focus_goes_to_the_heading_and_the_start_is_announced()
    {
        await using var customer = await ChooseAsync(HeldStart);

        await Assertions.Expect(customer.Heading).ToBeFocusedAsync();
        await Assertions.Expect(Status(customer)).ToHaveTextAsync("The download starts in two seconds.");
        Assert.Empty(Starts(customer));

        await LetItStartAsync(customer);
        await customer.NextFileAsync();
        await Assertions.Expect(Status(customer)).ToHaveTextAsync("The file was sent. Now follow the steps below.");
        Assert.Single(Starts(customer));
    }

    [Fact]
    public async Task A_reload_starts_nothing_and_leads_to_the_form()
    {
        await using var customer = await ChooseAsync();
        await customer.NextFileAsync();

        await customer.Page.ReloadAsync();
        await TwoSecondsPassAsync(customer);

        Assert.Single(Starts(customer));
        await customer.ReadsAsync("Choose a person");
    }

    [Fact]
    public async Task A_reload_before_the_start_starts_nothing_and_the_button_is_there()
    {
        await using var customer = await ChooseAsync(HeldStart);

        await customer.Page.ReloadAsync();
        await customer.ReadsAsync("Jürgen Groß is ready to help you");
        await TwoSecondsPassAsync(customer);

        Assert.False(await customer.Page.EvaluateAsync<bool>("() => 'startNow' in window"));
        Assert.Empty(Starts(customer));
        await customer.Button("Download and start").ClickAsync();
        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
    }

    [Fact]
    public async Task Going_back_to_it_starts_nothing_and_leads_to_the_form()
    {
        await using var customer = await ChooseAsync();
        await customer.NextFileAsync();
        await customer.Page.GetByRole(AriaRole.Link, new() { Name = "Start over" }).ClickAsync();
        await customer.ReadsAsync("How can we help you?");

        await customer.Page.GoBackAsync();
        await customer.ReadsAsync("Choose a person");
        await TwoSecondsPassAsync(customer);

        Assert.Single(Starts(customer));
    }

    [Fact]
    public async Task A_press_within_the_two_seconds_takes_the_place_of_the_start()
    {
        await using var customer = await ChooseAsync(HeldStart);

        await customer.Button("Download and start").ClickAsync();
        await customer.NextFileAsync();
        await LetItStartAsync(customer);

        Assert.Single(Starts(customer));
    }

    [Fact]
    public async Task A_second_press_does_not_take_the_place_of_the_first()
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        await customer.OpenAsync($"/?ak={demo.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey}");

        await customer.Button("Download and start").DblClickAsync();

        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
        Assert.Single(Starts(customer));
        await customer.ReadsAsync("Your session is ready to start");
    }

    [Fact]
    public async Task Where_the_start_is_switched_off_the_page_waits_for_a_press()
    {
        await using var portal = await Portal.Before(demo.Appliance, ("Portal:AutoStart", "false")).WithDirectoryAsync();
        await using var customer = await Customer.ComeAsync(chromium, portal);
        await customer.OpenAsync("/representatives");
        await customer.Button("Jürgen Groß").ClickAsync();

        await Assertions.Expect(customer.Heading).ToBeFocusedAsync();
        await Assertions.Expect(Status(customer)).ToHaveTextAsync("Press the button when you are ready.");
        await TwoSecondsPassAsync(customer);

        Assert.Empty(Starts(customer));
    }

    [Fact]
    public async Task A_link_starts_nothing_by_itself()
    {
        var key = demo.Appliance.State.MakeKey("general", TimeSpan.FromMinutes(5)).AccessKey;
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        await customer.OpenAsync($"/?ak={key}");
        await TwoSecondsPassAsync(customer);

        Assert.Empty(Starts(customer));
        Assert.DoesNotContain(demo.Appliance.Requests.All, one => one.Value("ak") == key);
    }

    [Fact]
    public async Task Trying_again_retypes_nothing()
    {
        await using var customer = await ChooseAsync();
        await customer.NextFileAsync();

        await customer.Page.WaitForFunctionAsync("() => performance.now() > press.next");
        await customer.Page.GetByText("Nothing happened?").ClickAsync();
        await customer.Button("Try again").ClickAsync();

        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
        Assert.Equal(2, Starts(customer).Count());
    }

    private async Task<Customer> ChooseAsync(string? before = null)
    {
        var customer = await Customer.ComeAsync(chromium, demo.Portal);
        if (before is not null)
            await customer.Page.AddInitScriptAsync(before);
        await customer.OpenAsync("/representatives");
        await customer.Button("Jürgen Groß").ClickAsync();
        await customer.ReadsAsync("Jürgen Groß is ready to help you");
        return customer;
    }

    private static ILocator Status(Customer customer) => customer.Page.Locator("#download");

    private static IEnumerable<string> Starts(Customer customer) => customer.Asked.Where(one => one.StartsWith(Door, StringComparison.Ordinal));

    private static async Task LetItStartAsync(Customer customer)
    {
        await customer.Page.WaitForFunctionAsync("() => 'startNow' in window");
        await customer.Page.EvaluateAsync("() => startNow()");
    }

    // By the page's own clock, counted from its load as the script counts.
    private static async Task TwoSecondsPassAsync(Customer customer) => await customer.Page.WaitForFunctionAsync(
        "() => performance.now() - performance.getEntriesByType('navigation')[0].loadEventEnd > 2500");
}
