using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PortalProxy.Telemetry;

/// <summary>OpenTelemetry, where its variables ask for it or Prometheus does; else nothing of it runs.</summary>
public static class TelemetryRegistration
{
    /// <param name="builder">The portal.</param>
    /// <param name="export">What goes to a collector.</param>
    /// <param name="isScraped">Whether Prometheus fetches the metrics.</param>
    /// <param name="isNoise">Requests that leave no trace: orchestrators ask for health every few seconds.</param>
    public static void AddTelemetry(this WebApplicationBuilder builder, ExportOptions export, bool isScraped, Func<HttpContext, bool> isNoise)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<DistributedContextPropagator>(new StrangersTrace()));

        // Serilog hands its events on to these, filtered as for the console; the framework's own would write everything twice.
        builder.Logging.ClearProviders();
        if (!export.IsOn && !isScraped)
        {
            return;
        }

        // The instrumentation reads and writes trace headers of its own accord, whatever the framework was told.
        Sdk.SetDefaultTextMapPropagator(new CompositeTextMapPropagator([]));
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(DescribePortal);
        if (export.Traces)
        {
            builder.Services.AddHostedService<WordlessExceptions>();
            telemetry.WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !isNoise(context))
                .AddHttpClientInstrumentation()
                .AddSource("Yarp.ReverseProxy")
                .AddProcessor(new SafeSpans())
                .AddOtlpExporter(options => ExportOptions.Apply(builder.Configuration, "TRACES", options)));
        }

        if (export.Logs)
        {
            telemetry.WithLogging(
                logs => logs.AddOtlpExporter(options => ExportOptions.Apply(builder.Configuration, "LOGS", options)),
                options => options.IncludeFormattedMessage = true);
        }

        if (export.Metrics || isScraped)
        {
            telemetry.WithMetrics(metrics =>
            {
                metrics.AddMeter(PortalMeter.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation();
                _ = export.Metrics ? metrics.AddOtlpExporter(options => ExportOptions.Apply(builder.Configuration, "METRICS", options)) : metrics;
                _ = isScraped ? metrics.AddPrometheusExporter() : metrics;
            });
        }
    }

    // What the variables say stands last, and wins.
    private static void DescribePortal(ResourceBuilder resource) => resource
        .AddService(PortalMeter.Name, serviceVersion: typeof(TelemetryRegistration).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();
}
