using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PortalProxy.BrowserTests.Infrastructure;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.BrowserTests;

/// <summary>The end of the working day, and the beginning of the next, while the page is open.</summary>
public sealed class OpeningHoursTests(Chromium chromium, DemoPortal demo) : IClassFixture<DemoPortal>
{
    private bool closed;

    [Fact]
    public async Task Closing_time_is_said_and_takes_nothing_from_whoever_is_typing()
    {
        await using var portal = Portal.Before(
            demo.Appliance,
            [("Portal:TimeZone", "Etc/UTC"), .. Enum.GetNames<DayOfWeek>().Select(day => ($"Portal:OpeningHours:{day}:0", "00:00-24:00"))]);
        await using var customer = await Customer.ComeAsync(chromium, portal);
        await FollowAsync(customer, portal);
        await customer.OpenAsync("/");
        await customer.KeyField.FillAsync("172");

        closed = true;
        await Assertions.Expect(News(customer)).ToHaveTextAsync("We have just closed. What you have begun, you can still send.");
        closed = false;
        await Assertions.Expect(News(customer)).ToHaveTextAsync("");

        await Assertions.Expect(customer.KeyField).ToHaveValueAsync("172");
        await Assertions.Expect(customer.KeyField).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Opening_time_is_said_with_the_way_to_the_page_as_it_is_now()
    {
        await using var portal = ClosedForDays();
        await using var customer = await Customer.ComeAsync(chromium, portal);
        await FollowAsync(customer, portal);
        closed = true;
        await customer.OpenAsync("/?lang=en");
        await Assertions.Expect(customer.Page.GetByRole(AriaRole.Heading, new() { Name = "closed" })).ToBeVisibleAsync();
        await Assertions.Expect(News(customer)).ToHaveTextAsync("");

        closed = false;

        await Assertions.Expect(News(customer).Locator("a")).ToHaveAttributeAsync("href", new Uri(portal.Url, "/?lang=en").AbsoluteUri);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "17:00")]
    [InlineData("Asia/Kolkata", "13:30")]
    public async Task The_next_opening_is_said_in_the_zone_of_the_customer(string zone, string clock)
    {
        await using var portal = ClosedForDays();
        await using var customer = await Customer.ComeAsync(chromium, portal, new() { TimezoneId = zone, Locale = "sv-SE" });
        await using var plain = await Customer.ComeAsync(chromium, portal, new() { JavaScriptEnabled = false, TimezoneId = zone });

        await customer.OpenAsync("/?lang=sv");
        await plain.OpenAsync("/?lang=en");

        await Assertions.Expect(customer.Page.Locator(".closed time")).ToContainTextAsync(clock);
        await Assertions.Expect(customer.Page.Locator("#zone")).ToHaveCountAsync(0);
        await Assertions.Expect(plain.Page.Locator("#zone")).ToHaveTextAsync("(time zone Etc/UTC)");
    }

    private Portal ClosedForDays() => Portal.Before(
        demo.Appliance, ("Portal:TimeZone", "Etc/UTC"), ($"Portal:OpeningHours:{DateTime.UtcNow.AddDays(3).DayOfWeek}:0", "08:00-17:00"));

    private static ILocator News(Customer customer) => customer.Page.Locator("#hours");

    /// <summary>What the portal says, but for the hour: a stream that is fulfilled ends at once, and the browser asks again.</summary>
    private async Task FollowAsync(Customer customer, Portal portal)
    {
        var said = JsonNode.Parse(await portal.Client.GetStringAsync("/availability", TestContext.Current.CancellationToken))!;
        await customer.Page.RouteAsync("**/availability/events", route =>
        {
            said["closed"] = closed;
            return route.FulfillAsync(new()
            {
                ContentType = "text/event-stream",
                Body = $"retry: 100\nevent: availability\ndata: {said.ToJsonString()}\n\n",
            });
        });
    }
}
