using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>What the start page says of a download that is slow, or breaks, or is refused.</summary>
public sealed class DownloadStateTests(Chromium chromium) : IAsyncLifetime
{
    private const int Length = 200_000;

    private readonly TaskCompletionSource mayGoOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Customer customer = null!;
    private RawAppliance appliance = null!;
    private Portal portal = null!;

    private bool Breaks { get; set; }

    public async ValueTask InitializeAsync()
    {
        appliance = RawAppliance.Playing(AnswerAsync);
        portal = appliance.StartPortal();
        customer = await Customer.ComeAsync(chromium, portal);
    }

    [Fact]
    public async Task A_slow_download_is_said_to_be_on_its_way_and_then_to_be_sent()
    {
        await AskAsync();
        await SaysAsync("The file is on its way to you. Keep this page open until it is there.");

        mayGoOn.SetResult();

        await SaysAsync("The file was sent. Now follow the steps below.");
        await customer.ReadsAsync("We are ready to help you");
    }

    [Fact]
    public async Task A_broken_download_is_said_to_be_broken_and_the_next_try_costs_one_press()
    {
        Breaks = true;
        await AskAsync();
        await SaysAsync("The file is on its way to you. Keep this page open until it is there.");
        mayGoOn.SetResult();
        await SaysAsync("The download broke off. Please press the button to try again.");

        Breaks = false;
        await customer.Button("Download and start").ClickAsync();

        await SaysAsync("The file was sent. Now follow the steps below.");
    }

    public async ValueTask DisposeAsync()
    {
        await customer.DisposeAsync();
        await portal.DisposeAsync();
        await appliance.DisposeAsync();
    }

    private async Task AskAsync()
    {
        await customer.OpenAsync("/issue");
        await customer.Button("Get help with this").ClickAsync();
        await customer.Button("Download and start").ClickAsync();
    }

    private async Task SaysAsync(string text) => await Assertions.Expect(customer.Page.Locator("#download")).ToHaveTextAsync(text);

    private async Task AnswerAsync(RawExchange exchange)
    {
        await exchange.SendAsync(RawAppliance.ClientHead(Length));
        await exchange.SendAsync(new byte[Length / 2]);
        await Soon.Within(mayGoOn.Task);
        if (!Breaks)
            await exchange.SendAsync(new byte[Length / 2]);
    }
}
