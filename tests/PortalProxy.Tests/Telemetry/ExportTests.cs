using PortalProxy.Tests.Hosting;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Pages;

namespace PortalProxy.Tests.Telemetry;

/// <summary>What reaches a collector, byte for byte. A process each: what is measured is measured for a process as a whole, tests included.</summary>
public sealed class ExportTests(HealthyPortal healthy) : IAsyncDisposable
{
    private static readonly string[] PersonalAttributes =
        ["url.query", "url.full", "url.path", "http.target", "http.url", "user_agent", "client.address", "method_original", "exception.message"];

    private readonly OtlpReceiver collector = new();

    public ValueTask DisposeAsync() => collector.DisposeAsync();

    [Fact]
    public async Task Spans_metrics_and_log_events_arrive()
    {
        await using var portal = Start();
        using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };

        await client.GetByteArrayAsync("/livez", TestContext.Current.CancellationToken);
        await client.GetByteArrayAsync("/readyz", TestContext.Current.CancellationToken);
        await client.GetByteArrayAsync($"{PortalRequests.Door}?issue_menu=1", TestContext.Current.CancellationToken);

        foreach (var name in (string[])["GET /download_customer_connector.ns", "proxy.forwarder", "System.Net.Http", "portalproxy.way", "portalproxy.outcome", "handed_over"])
            await collector.WaitForAsync(OtlpReceiver.Traces, name);
        foreach (var name in (string[])["portalproxy.connector.requests", "http.server.request.duration", "http.client.request.duration", "dotnet.gc.collections"])
            await collector.WaitForAsync(OtlpReceiver.Metrics, name);
        await collector.WaitForAsync(OtlpReceiver.Logs, "Connector request by Issue: HandedOver, 262144 bytes.");
        Assert.DoesNotContain("livez", collector.To(OtlpReceiver.Traces));
        Assert.DoesNotContain("readyz", collector.To(OtlpReceiver.Traces));
        Assert.All(
            [OtlpReceiver.Traces, OtlpReceiver.Metrics, OtlpReceiver.Logs], path => Assert.Contains("\x0cservice.name\x12\x0d\n\x0bPortalProxy", collector.To(path)));
    }

    [Fact]
    public async Task Nothing_personal_leaves_with_any_of_them()
    {
        await using var portal = Start(("Serilog__MinimumLevel", "Verbose"), ("Portal__TrustedProxies__0", "127.0.0.0/8"));
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = await portal.AddressAsync() };

        await PersonalRequests.SendAllAsync(client);
        await client.GetAsync("/embed", TestContext.Current.CancellationToken);

        await collector.WaitForAsync(OtlpReceiver.Traces, "GET embed");
        await collector.WaitForAsync(OtlpReceiver.Logs, "\"/embed\" 200");
        await collector.WaitForAsync(OtlpReceiver.Metrics, "portalproxy.connector.requests");
        Assert.All(
            PersonalRequests.Secrets.Concat(PersonalAttributes), text => Assert.DoesNotContain(text, collector.All, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_words_of_a_failure_are_in_no_span()
    {
        await using var portal = BrokenPortal.Start([.. collector.Settings]);

        using var answer = await portal.Client.GetAsync($"{PortalRequests.Door}?short_key=7654321", TestContext.Current.CancellationToken);

        Assert.Equal(500, (int)answer.StatusCode);
        await collector.WaitForAsync(OtlpReceiver.Traces, "GET refusal/");
        Assert.DoesNotContain("A mistake of ours", collector.To(OtlpReceiver.Traces));
    }

    [Fact]
    public async Task What_an_appliance_says_that_nobody_understands_is_in_no_span()
    {
        await using var appliance = RawAppliance.Saying("HTTP/1.1 200 OK\r\nWilhelmina was refused\r\n\r\n");
        await using var portal = Start(("Appliance__BaseUrl", appliance.Url.AbsoluteUri));
        using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };

        foreach (var target in (string[])[$"{PortalRequests.Door}?issue_menu=1", "/representatives"])
            await client.GetAsync(target, TestContext.Current.CancellationToken);

        await collector.WaitForAsync(OtlpReceiver.Traces, "GET representatives");
        Assert.Contains("exception.type", collector.To(OtlpReceiver.Traces));
        Assert.DoesNotContain("Wilhelmina", collector.All);
    }

    [Fact]
    public async Task The_reference_on_a_page_finds_the_log_line_and_the_span()
    {
        await using var portal = Start();
        using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };

        var page = await new Browser(client).OpenAsync("/no-such-page");
        var reference = page.One(".reference strong").TextContent;

        await collector.WaitForAsync(OtlpReceiver.Traces, reference);
        await collector.WaitForAsync(OtlpReceiver.Logs, reference);
        var line = await portal.LineHavingAsync(reference);
        Assert.Matches("\"@tr\":\"[0-9a-f]{32}\",\"@sp\":\"[0-9a-f]{16}\"", line);
    }

    [Fact]
    public async Task The_standard_variables_name_the_service_and_switch_signals()
    {
        using var secrets = new TemporaryFolder();
        secrets.Write("OTEL_EXPORTER_OTLP_HEADERS", "x-token=open-sesame");
        await using var portal = Start(
            ("Portal__SecretsFolder", secrets.Path), ("OTEL_SERVICE_NAME", "help-desk"), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=trial"), ("OTEL_LOGS_EXPORTER", "none"));
        using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };

        await client.GetAsync("/session-key", TestContext.Current.CancellationToken);

        await collector.WaitForAsync(OtlpReceiver.Traces, "session-key");
        await collector.WaitForAsync(OtlpReceiver.Metrics, "http.server.request.duration");
        Assert.Contains("help-desk", collector.To(OtlpReceiver.Traces));
        Assert.Contains("trial", collector.To(OtlpReceiver.Metrics));
        Assert.Contains("x-token: open-sesame", collector.To(OtlpReceiver.Traces));
        Assert.Empty(collector.To(OtlpReceiver.Logs));
    }

    [Fact]
    public async Task A_signal_may_have_an_endpoint_of_its_own()
    {
        await using var portal = PortalProcess.Start(
            "Production",
            [.. OtlpReceiver.Often, ("Appliance__BaseUrl", "http://127.0.0.1:9"),
            ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", $"{collector.Url}elsewhere"), ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "x-tenant=help")]);
        using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };

        await client.GetAsync("/session-key", TestContext.Current.CancellationToken);

        await collector.WaitForAsync("/elsewhere", "session-key");
        Assert.Contains("x-tenant: help", collector.To("/elsewhere"));
        Assert.Equal(collector.To("/elsewhere"), collector.All);
    }

    private PortalProcess Start(params (string, string)[] variables) => PortalProcess.Start(
        "Production",
        [.. collector.Settings, ("Appliance__BaseUrl", healthy.Appliance.Url.AbsoluteUri), ("Appliance__Username", "portal"),
        ("Appliance__Password", "simulated"), .. variables]);
}
