using PortalProxy.Tests.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Telemetry;

/// <summary>What reaches a collector, byte for byte.</summary>
public sealed class ExportTests(HealthyPortal healthy) : IAsyncDisposable
{
    private static readonly string[] PersonalAttributes =
    [
        "url.query", "url.full", "url.path", "http.target", "http.url", "user_agent", "client.address", "network.peer.address", "exception.message",
    ];

    private readonly OtlpReceiver collector = new();

    public ValueTask DisposeAsync() => collector.DisposeAsync();

    [Fact]
    public async Task Spans_metrics_and_log_events_arrive()
    {
        await using var portal = Portal.Before(healthy.Appliance, [.. collector.Settings]);

        using (var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1"))
            await answer.BytesAsync();

        foreach (var name in (string[])["GET /download_customer_connector.ns", "proxy.forwarder", "portalproxy.outcome", "handed_over"])
            await collector.WaitForAsync(OtlpReceiver.Traces, name);
        foreach (var name in (string[])["portalproxy.connector.requests", "http.server.request.duration", "http.client.request.duration", "dotnet.gc.collections"])
            await collector.WaitForAsync(OtlpReceiver.Metrics, name);
        await collector.WaitForAsync(OtlpReceiver.Logs, "Connector request by Issue: HandedOver, ");
        await System.IO.File.WriteAllTextAsync("/tmp/telemetry-dump.txt", collector.All, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nothing_personal_leaves_with_any_of_them()
    {
        await using var portal = Portal.Before(
            healthy.Appliance, [.. collector.Settings, ("Serilog:MinimumLevel", "Verbose"), ("Portal:TrustedProxies:0", "127.0.0.0/8")]);

        await PersonalRequests.SendAllAsync(portal);
        await portal.GetAsync("/embed");

        await collector.WaitForAsync(OtlpReceiver.Traces, "GET embed");
        await collector.WaitForAsync(OtlpReceiver.Metrics, "portalproxy.connector.requests");
        await collector.WaitForAsync(OtlpReceiver.Logs, "/embed");
        await System.IO.File.WriteAllTextAsync("/tmp/telemetry-dump2.txt", collector.All, TestContext.Current.CancellationToken);
        Assert.All(
            PersonalRequests.Secrets.Concat(PersonalAttributes), text => Assert.DoesNotContain(text, collector.All, StringComparison.OrdinalIgnoreCase));
    }
}
