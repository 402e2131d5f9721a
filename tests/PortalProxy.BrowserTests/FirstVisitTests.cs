using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>What the first visit costs a customer on a bad line: at most 30 KB over the wire and five requests, events included.</summary>
public sealed class FirstVisitTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const int MostBytes = 30 * 1024;
    private const int MostRequests = 5;

    [Fact]
    public async Task It_stays_within_its_budget()
    {
        await using var customer = await Customer.ComeAsync(chromium, demo.Portal);
        var wire = await customer.Page.Context.NewCDPSessionAsync(customer.Page);
        var bytes = 0.0;
        wire.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");

        await customer.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        await Tests.Infrastructure.Poll.UntilAsync(() => customer.Asked.Contains("GET /availability/events"), "the page listens");

        // A browser without a window may not ask for the icon; it counts all the same.
        var icon = await customer.Page.Locator("link[rel=icon]").GetAttributeAsync("href");
        var isAsked = customer.Asked.Contains($"GET {icon}");
        var answer = await customer.Page.APIRequest.GetAsync(icon!);
        bytes += isAsked ? 0 : (await answer.BodyAsync()).Length;
        var requests = customer.Asked.Count + (isAsked ? 0 : 1);

        TestContext.Current.TestOutputHelper?.WriteLine($"First visit: {bytes} bytes, {requests} requests.");
        Assert.InRange(bytes, 1, MostBytes);
        Assert.True(requests <= MostRequests, string.Join(", ", customer.Asked));
    }
}
