using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Hosting;
using PortalProxy.Hosting;
using PortalProxy.Telemetry;
using PortalProxy.Tests.Infrastructure;
using Serilog.Events;

namespace PortalProxy.Tests.Hosting;

/// <summary>What orchestrators are told.</summary>
public sealed class HealthTests
{
    private static readonly string[] Paths = ["/livez", "/readyz"];

    [Fact]
    public async Task An_appliance_that_is_gone_stands_in_the_body_and_in_a_metric_and_the_portal_stays_ready()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        using var up = new MetricCollector<int>(portal.Services.GetRequiredService<IMeterFactory>(), PortalMeter.Name, "portalproxy.appliance.up");
        Assert.Equal("not asked yet", (string?)(await ReadyAsync(portal, 200))["appliance"]);

        using (await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1"))
        {
        }

        var body = await ReadyAsync(portal, 200);
        Assert.Equal(("ready", "down"), ((string?)body["status"], (string?)body["appliance"]));
        up.RecordObservableInstruments();
        Assert.Equal([(0, "127.0.0.1:9")], up.GetMeasurementSnapshot().Select(one => (one.Value, one.Tags["portalproxy.appliance"])));
    }

    [Fact]
    public async Task An_appliance_that_answers_is_up()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance).WithDirectoryAsync();
        using var up = new MetricCollector<int>(portal.Services.GetRequiredService<IMeterFactory>(), PortalMeter.Name, "portalproxy.appliance.up");

        Assert.Equal("up", (string?)(await ReadyAsync(portal, 200))["appliance"]);
        up.RecordObservableInstruments();
        Assert.Equal(1, Assert.Single(up.GetMeasurementSnapshot()).Value);
    }

    [Fact]
    public async Task A_portal_that_stops_is_not_ready_and_lives_on()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));

        await ((IHostedLifecycleService)portal.Services.GetRequiredService<Drain>()).StoppingAsync(TestContext.Current.CancellationToken);

        Assert.Equal("stopping", (string?)(await ReadyAsync(portal, 503))["status"]);
        using var live = await portal.GetAsync("/livez");
        using var page = await portal.GetAsync("/session-key");
        Assert.Equal((200, 200), ((int)live.StatusCode, (int)page.StatusCode));
    }

    [Fact]
    public async Task It_leaves_no_noise_in_the_log_and_in_metrics()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        using var requests = new MetricCollector<double>(
            portal.Services.GetRequiredService<IMeterFactory>(), "Microsoft.AspNetCore.Hosting", "http.server.request.duration");

        foreach (var path in Paths)
            using (await portal.GetAsync(path))
            {
            }

        using (await portal.GetAsync("/session-key"))
        {
        }

        await portal.Log.WaitForAsync("{RequestMethod}");
        await requests.WaitForMeasurementsAsync(1, TestContext.Current.CancellationToken);
        Assert.Equal(["session-key"], requests.GetMeasurementSnapshot().Select(one => one.Tags["http.route"]));
        Assert.Equal("\"/session-key\"", Assert.Single(portal.Log.Having("{RequestMethod}")).Properties["RequestPath"].ToString());
        Assert.DoesNotContain(portal.Log.All, one => one.Level > LogEventLevel.Information && !one.MessageTemplate.Text.StartsWith("AllowedHosts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_has_no_limit()
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:RateLimits:PagesPerMinute", "1"), ("Portal:RateLimits:ConnectorRequestsPerMinute", "1"));

        foreach (var path in Enumerable.Repeat(Paths, 20).SelectMany(all => all))
        {
            using var answer = await portal.GetAsync(path);
            answer.IsStatus(200);
        }

        using var page = await portal.GetAsync("/session-key");
        page.IsStatus(200);
    }

    [Fact]
    public async Task Nobody_embeds_it_not_even_who_may_embed_the_portal()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:FrameAncestors:0", "https://www.example.com"));

        foreach (var path in Paths)
        {
            using var answer = await portal.GetAsync(path);
            Assert.EndsWith("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(("DENY", "no-store"), (answer.Header("X-Frame-Options"), answer.Header("Cache-Control")));
        }
    }

    private static async Task<JsonNode> ReadyAsync(Portal portal, int status)
    {
        using var answer = await portal.GetAsync("/readyz");
        answer.IsStatus(status);
        return JsonNode.Parse(await answer.BytesAsync())!;
    }
}
