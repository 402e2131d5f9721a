using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.Telemetry;

public sealed class ExportOptionsTests
{
    private const string All = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Address = "http://collector:4318";

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, true, All, Address)]
    [InlineData(false, false, false, All, Address, "OTEL_SDK_DISABLED", "true")]
    [InlineData(true, true, true, All, Address, "OTEL_SDK_DISABLED", "false")]
    [InlineData(true, false, true, All, Address, "OTEL_METRICS_EXPORTER", "none")]
    [InlineData(true, false, false, "OTEL_TRACES_EXPORTER", "otlp")]
    [InlineData(false, true, false, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", Address)]
    [InlineData(false, false, true, "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", Address)]
    [InlineData(false, false, false, All, " ")]
    [InlineData(false, false, false, "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")]
    public void The_standard_variables_alone_switch_a_signal_on(bool traces, bool metrics, bool logs, params string[] variables) => Assert.Equal(
        (traces, metrics, logs),
        InMemory.Read([.. variables.Chunk(2).Select(one => (one[0], (string?)one[1]))]).Export is var export ? (export.Traces, export.Metrics, export.Logs) : default);

    [Theory]
    [InlineData(All, "collector")]
    [InlineData(All, "collector:4318")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "ftp://collector")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", "udp")]
    public void A_bad_one_stops_the_start_like_any_other_setting(string name, string value) =>
        Assert.StartsWith($"{name} is \"{value}\". Write ", Assert.Single(InMemory.MistakesIn((name, value))), StringComparison.Ordinal);

    [Fact]
    public async Task Without_them_nothing_of_it_runs()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));

        Assert.Null(portal.Services.GetService<TracerProvider>());
        Assert.Null(portal.Services.GetService<MeterProvider>());
    }
}
