using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>What a form does while it is filled in, and after a first try that failed.</summary>
public sealed class FormTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_key_leads_to_a_second_try_that_works(bool scripts)
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal, new() { JavaScriptEnabled = scripts });
        await customer.OpenAsync("/session-key");
        await customer.KeyField.FillAsync("0000000");
        await customer.Button("Start the session").ClickAsync();
        await StartAsync(customer, scripts);
        await customer.ReadsAsync("Ask for a new key");

        await customer.KeyField.FillAsync(demo.NewKey());
        await customer.Button("Start the session").ClickAsync();
        await customer.ReadsAsync("Your session is ready to start");
        await StartAsync(customer, scripts);

        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
    }

    [Fact]
    public async Task Going_back_from_a_refusal_leads_to_a_form_and_starts_nothing()
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        await customer.OpenAsync("/session-key");
        await customer.KeyField.FillAsync("0000000");
        await customer.Button("Start the session").ClickAsync();
        await customer.ReadsAsync("Ask for a new key");

        await customer.Page.GoBackAsync();

        await customer.ReadsAsync("Enter a session key");
        Assert.Single(customer.Asked, one => one.StartsWith("POST /download", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_counter_speaks_when_typing_pauses_and_counts_as_the_appliance_does()
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        await customer.OpenAsync("/issue");
        var text = customer.Page.GetByLabel("What do you need help with?");
        var counter = customer.Page.Locator("#issue-customer_desc-left");
        await counter.EvaluateAsync("(one) => { one.spoken = 0; new MutationObserver(() => one.spoken++).observe(one, { childList: true }); }");

        await text.FillAsync(new string('x', 900));
        await text.PressSequentiallyAsync("😀😀\n😀");

        // 900 and three faces, a code point each, and a line end of two.
        await Assertions.Expect(counter).ToHaveTextAsync("119 left");
        Assert.Equal(1, await counter.EvaluateAsync<int>("(one) => one.spoken"));
        await text.FillAsync(new string('x', 1030));
        await Assertions.Expect(counter).ToHaveTextAsync("6 too many");
    }

    [Fact]
    public async Task A_form_that_is_submitted_twice_asks_the_appliance_once()
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        await customer.OpenAsync("/session-key");
        var key = demo.NewKey();
        await customer.KeyField.FillAsync(key);

        await customer.Button("Start the session").DblClickAsync();

        await customer.ReadsAsync("Your session is ready to start");
        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
        Assert.Single(demo.Appliance.Requests.All, one => one.Value("short_key") == key);
    }

    // With scripts it starts by itself; a press would come too late on a busy machine.
    private static Task StartAsync(Customer customer, bool scripts) =>
        scripts ? Task.CompletedTask : customer.Button("Download and start").ClickAsync();
}
