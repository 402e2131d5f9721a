using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using PortalProxy.Telemetry;
using PortalProxy.Tests.Infrastructure;
using System.Diagnostics.Metrics;

namespace PortalProxy.Tests.Limits;

/// <summary>What was refused and turned away, as counts.</summary>
public sealed class LimitMetricTests
{
    private const string Refusing = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno";

    [Fact]
    public async Task Refusals_and_what_each_limit_turned_away_are_counted()
    {
        await using var appliance = RawAppliance.Saying(Refusing);
        await using var portal = appliance.StartPortal(("Portal:RateLimits:RefusedKeysPerMinute", "1"), ("Portal:RateLimits:PagesPerMinute", "1"));
        var meters = portal.Services.GetRequiredService<IMeterFactory>();
        using var refused = new MetricCollector<long>(meters, PortalMeter.Name, "portalproxy.refused");
        using var limited = new MetricCollector<long>(meters, PortalMeter.Name, "portalproxy.limited");

        foreach (var target in (string[])["short_key=1111111", "issue_menu=1", "short_key=1111111"])
            using (await portal.GetAsync($"{PortalRequests.Door}?{target}"))
            {
            }

        foreach (var path in (string[])["/", "/"])
            using (await portal.GetAsync(path))
            {
            }

        await portal.Log.WaitForAsync("{RequestMethod}", 5);
        Assert.Equal([(1, true), (1, false)], refused.GetMeasurementSnapshot().Select(one => (one.Value, one.Tags["portalproxy.key"])));
        Assert.Equal([(1, "RefusedKeys"), (1, "PagesPerMinute")], limited.GetMeasurementSnapshot().Select(one => (one.Value, one.Tags["portalproxy.limit"])));
    }
}
