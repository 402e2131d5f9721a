using System.Text.Json;
using Microsoft.Playwright;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests.Infrastructure;

/// <summary>The portal as a customer meets it within a host page.</summary>
public static class Embedded
{
    public static IFrameLocator Frame(this Customer customer) => customer.Page.FrameLocator("iframe");

    public static Task FrameReadsAsync(this Customer customer, string heading) =>
        Assertions.Expect(customer.Frame().Locator("h1")).ToHaveTextAsync(heading);

    public static ILocator FrameButton(this Customer customer, string name) =>
        customer.Frame().GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Waits until the host page has heard an event, and returns what it was told.</summary>
    public static async Task<JsonElement> HearsAsync(this Customer customer, string name)
    {
        await Poll.UntilAsync(async () => (await customer.ToldAsync()).Contains(name), $"the host page hears of {name}");
        return JsonDocument.Parse(await customer.Page.EvaluateAsync<string>(
            "(name) => JSON.stringify(told.findLast((one) => one.name === name).detail)", name)).RootElement;
    }

    /// <summary>The names of all events so far but those of the height, in order.</summary>
    public static Task<string[]> ToldAsync(this Customer customer) =>
        customer.Page.EvaluateAsync<string[]>("() => told.map((one) => one.name).filter((name) => name !== 'height')");

    /// <summary>Waits until the frame is as high as its page.</summary>
    public static async Task FitsAsync(this Customer customer) => await Poll.UntilAsync(
        async () =>
        {
            var frame = await customer.Page.Locator("iframe").EvaluateAsync<double>("(one) => one.clientHeight");
            var page = await customer.Frame().Locator("html").EvaluateAsync<double>("(one) => one.getBoundingClientRect().height");
            return Math.Abs(frame - page) <= 1;
        },
        "the frame is as high as its page");
}
