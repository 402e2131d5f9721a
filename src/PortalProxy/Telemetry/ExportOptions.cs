using OpenTelemetry.Exporter;
using PortalProxy.Settings;

namespace PortalProxy.Telemetry;

/// <summary>
/// Which signals go to a collector. OpenTelemetry's own variables say it, as in every other program; the portal adds none. A signal
/// is on where an endpoint is set, for it or for all, or its exporter is <c>otlp</c>.
/// </summary>
public sealed record ExportOptions(bool Traces, bool Metrics, bool Logs)
{
    private const string Endpoint = "ENDPOINT";
    private const string Protocol = "PROTOCOL";
    private const string HttpProtobuf = "http/protobuf";

    private static readonly string[] Signals = ["TRACES", "METRICS", "LOGS"];

    public bool IsOn => Traces || Metrics || Logs;

    public static ExportOptions Read(IConfiguration configuration, SettingsLedger ledger)
    {
        foreach (var signal in Signals.Prepend(""))
        {
            Check(configuration, ledger, signal, Endpoint, IsEndpoint, "Write an address such as http://collector:4318.");
            Check(configuration, ledger, signal, Protocol, text => text is HttpProtobuf or "grpc", $"Write grpc or {HttpProtobuf}.");
        }

        var on = Signals.Select(signal => IsOnFor(configuration, signal)).ToArray();
        return new(on[0], on[1], on[2]);
    }

    /// <summary>What the variables of one signal say beside those of all, which the exporter reads by itself.</summary>
    internal static void Apply(IConfiguration configuration, string signal, OtlpExporterOptions options)
    {
        if (Text(configuration, signal, Endpoint) is { } endpoint)
        {
            options.Endpoint = new Uri(endpoint);
        }

        if (Text(configuration, signal, Protocol) is { } protocol)
        {
            options.Protocol = protocol == HttpProtobuf ? OtlpExportProtocol.HttpProtobuf : default;
        }

        if (Text(configuration, signal, "HEADERS") is { } headers)
        {
            options.Headers = headers;
        }
    }

    private static bool IsOnFor(IConfiguration configuration, string signal)
    {
        var exporter = configuration[$"OTEL_{signal}_EXPORTER"]?.Trim();
        var isWanted = exporter is "otlp"
            || string.IsNullOrEmpty(exporter)
                && new[] { "", signal }.Any(one => Text(configuration, one, Endpoint) is not null);
        return isWanted && !string.Equals(configuration["OTEL_SDK_DISABLED"]?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
    }

    private static void Check(
        IConfiguration configuration, SettingsLedger ledger, string signal, string kind, Func<string, bool> isGood, string mend)
    {
        if (Text(configuration, signal, kind) is { } text && !isGood(text))
        {
            ledger.Mistake($"{Name(signal, kind)} is \"{text}\". {mend}");
        }
    }

    private static string? Text(IConfiguration configuration, string signal, string kind) =>
        configuration[Name(signal, kind)]?.Trim() is { Length: > 0 } text ? text : null;

    private static string Name(string signal, string kind) =>
        signal.Length == 0 ? $"OTEL_EXPORTER_OTLP_{kind}" : $"OTEL_EXPORTER_OTLP_{signal}_{kind}";

    private static bool IsEndpoint(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
