using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>The clock jumps over the end of the opening hours, and back, while the portal runs and pages are open.</summary>
public sealed class ClosingTimeTests(HealthyPortal healthy)
{
    private static readonly DateTimeOffset InTheMorning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(8.5)]
    [InlineData(24 * 365)]
    public async Task Pages_and_open_pages_follow_and_links_go_on_working(double hours)
    {
        var time = new JumpingTime();
        time.JumpTo(InTheMorning);
        await using var portal = Portal.With(
            services => services.AddSingleton<TimeProvider>(time),
            ("Appliance:BaseUrl", healthy.Appliance.Url.AbsoluteUri),
            ("Portal:TimeZone", "UTC"),
            ("Portal:OpeningHours:Monday:0", "08:00-17:00"));
        var browser = new Browser(portal.Client);
        using var events = await portal.GetAsync("/availability/events");
        using var lines = new StreamReader(await events.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.False(await IsClosedAsync(lines));
        Assert.True((await browser.OpenAsync("/issue")).Has("#issue form"));

        time.JumpTo(InTheMorning.AddHours(hours));
        Assert.True(await IsClosedAsync(lines));
        Assert.False((await browser.OpenAsync("/issue")).Has("#issue form"));
        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");
        Assert.Equal(healthy.Appliance.Client.Length, (await answer.BytesAsync()).Length);

        time.JumpTo(InTheMorning);
        Assert.False(await IsClosedAsync(lines));
        Assert.True((await browser.OpenAsync("/issue")).Has("#issue form"));
    }

    private static async Task<bool> IsClosedAsync(StreamReader events)
    {
        while (await Soon.Within(events.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                return JsonDocument.Parse(line[6..]).RootElement.GetProperty("closed").GetBoolean();
        }

        throw new EndOfStreamException();
    }
}
