using System.Collections.Concurrent;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>
/// A collector of OpenTelemetry that takes everything and keeps it. Protobuf holds texts as they are, so what was sent is searched for
/// as text, one character per byte.
/// </summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    public const string Traces = "/v1/traces";
    public const string Metrics = "/v1/metrics";
    public const string Logs = "/v1/logs";

    private readonly ConcurrentQueue<(string Path, string Body)> received = new();
    private readonly RawAppliance socket;

    public OtlpReceiver() => socket = RawAppliance.Playing(async exchange =>
    {
        received.Enqueue((exchange.Target, exchange.Head + await exchange.ReadBodyAsync()));
        await exchange.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });

    public Uri Url => socket.Url;

    /// <summary>How something that exports often says everything without anybody waiting for it.</summary>
    public static IReadOnlyList<(string Key, string Value)> Often { get; } =
    [
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "50"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "50"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
    ];

    /// <summary>All signals, to here.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings => [.. Often, ("OTEL_EXPORTER_OTLP_ENDPOINT", Url.AbsoluteUri)];

    /// <summary>Everything that came to one path.</summary>
    public string To(string path) => string.Concat(received.Where(one => one.Path == path).Select(one => one.Body));

    public string All => string.Concat(received.Select(one => one.Body));

    public Task WaitForAsync(string path, string text) => Poll.UntilAsync(
        () => received.Any(one => one.Path == path && one.Body.Contains(text, StringComparison.Ordinal)), $"{path} was sent \"{text}\"");

    public ValueTask DisposeAsync() => socket.DisposeAsync();
}
