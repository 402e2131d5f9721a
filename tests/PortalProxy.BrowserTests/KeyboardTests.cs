using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>Every way with nothing but a keyboard.</summary>
public sealed class KeyboardTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const int MostTabs = 25;

    [Fact]
    public async Task A_representative_is_chosen()
    {
        await using var customer = await OpenAsync("/");
        await TabToAsync(customer, "button.person[value='102']");
        await customer.Page.Keyboard.PressAsync("Enter");

        await GetsTheClientAsync(customer, "Jürgen Groß is ready to help you");
    }

    [Fact]
    public async Task A_session_key_is_pasted_and_submitted_with_Enter()
    {
        await using var customer = await OpenAsync("/");
        await TabToAsync(customer, "input[name=short_key]");
        var key = demo.NewKey();
        await customer.Page.Keyboard.InsertTextAsync($" {key[..3]}-{key[3..]} ");
        Assert.Equal($" {key[..3]}-{key[3..]} ", await customer.KeyField.InputValueAsync());
        await customer.Page.Keyboard.PressAsync("Enter");

        await GetsTheClientAsync(customer, "Your session is ready to start");
    }

    [Fact]
    public async Task An_issue_is_chosen_and_described()
    {
        await using var customer = await OpenAsync("/issue");
        await TabToAsync(customer, "#issue-id");
        await customer.Page.Keyboard.TypeAsync("Printing");
        await TabToAsync(customer, "textarea");
        await customer.Page.Keyboard.TypeAsync("Nothing comes out");
        await TabToAsync(customer, "button.go");
        await customer.Page.Keyboard.PressAsync("Space");

        await GetsTheClientAsync(customer, "Help with: Printing & scanning");
    }

    [Fact]
    public async Task An_error_summary_takes_the_focus_and_leads_to_the_field()
    {
        await using var customer = await OpenAsync("/session-key");
        await TabToAsync(customer, "input[name=short_key]");
        await customer.Page.Keyboard.TypeAsync("12");
        await customer.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(customer.Page.Locator(".summary[role=alert]")).ToBeFocusedAsync();
        await Assertions.Expect(customer.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Error: "));
        await customer.Page.Keyboard.PressAsync("Tab");
        await customer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(customer.KeyField).ToBeFocusedAsync();
        await Assertions.Expect(customer.KeyField).ToHaveValueAsync("12");
    }

    [Fact]
    public async Task Whatever_has_the_focus_shows_it()
    {
        await using var customer = await OpenAsync("/");
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await customer.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await customer.Page.EvaluateAsync<string>("""
                () => {
                  const one = document.activeElement;
                  const style = getComputedStyle(one);
                  return one === document.body || style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? "" : one.outerHTML;
                }
                """));
        }
    }

    private async Task<Customer> OpenAsync(string address) => await (await Customer.ComeAsync(chromium, demo.Portal)).OpenAsync(address);

    private static async Task TabToAsync(Customer customer, string selector)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await customer.Page.Keyboard.PressAsync("Tab");
            if (await customer.Page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{MostTabs} tabs do not lead to {selector}.");
    }

    private async Task GetsTheClientAsync(Customer customer, string heading)
    {
        await customer.ReadsAsync(heading);
        await Assertions.Expect(customer.Heading).ToBeFocusedAsync();
        await TabToAsync(customer, "#connector button");
        await customer.Page.Keyboard.PressAsync("Enter");
        Assert.Equal(demo.Appliance.Client.Sha256, (await customer.NextFileAsync()).Sha256);
    }
}
