using PortalProxy.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PortalProxy.Hosting;

/// <summary>Serilog to the console: JSON in Production, readable in Development; one event for each request.</summary>
public static class Logging
{
    private const string RequestLog = "Serilog.AspNetCore.RequestLoggingMiddleware";
    private const string RequestPath = "RequestPath";
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {Reference}{NewLine}{Exception}";

    /// <summary>Serilog itself would end the process with a stack trace.</summary>
    public static void Check(SettingReader serilog)
    {
        _ = serilog.Choice("MinimumLevel", LogEventLevel.Information);
        _ = serilog.Choice("MinimumLevel:Default", LogEventLevel.Information);
    }

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var readable = builder.Environment.IsDevelopment();
        builder.Services.AddSerilog(
            (services, logger) =>
            {
                logger
                    .ReadFrom.Configuration(builder.Configuration)
                    .Enrich.FromLogContext()
                    .Enrich.With<NoTypedPath>()
                    .Filter.ByIncludingOnly(IsSafe);
                foreach (var sink in services.GetServices<ILogEventSink>())
                {
                    logger.WriteTo.Sink(sink);
                }

                _ = readable
                    ? logger.WriteTo.Console(outputTemplate: Readable, formatProvider: System.Globalization.CultureInfo.InvariantCulture)
                    : logger.WriteTo.Console(new CompactJsonFormatter());
            },
            // A logger that several hosts of one process share can be frozen only once; tests start many hosts.
            preserveStaticLogger: true,
            // OpenTelemetry, where its variables ask for logs.
            writeToProviders: true);
    }

    public static IApplicationBuilder UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = (context, path, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(KnownMethod(context.Request.Method))),
            new(RequestPath, new ScalarValue(RouteOf(context, path))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, failure) => failure is not null && !context.RequestAborted.IsCancellationRequested
            ? LogEventLevel.Error
            : Health.IsAskedFor(context) ? LogEventLevel.Debug : LogEventLevel.Information;
        options.EnrichDiagnosticContext = Reference.Enrich;
    });

    /// <summary>
    /// The framework's own events below Warning repeat queries, headers, form values and target addresses. So an allow-list
    /// stands here, in code: no level that a setting asks for can let them out.
    /// </summary>
    private static bool IsSafe(LogEvent entry) =>
        entry.Level >= LogEventLevel.Warning && !IsFrom(entry, "Yarp.") && !IsFrom(entry, "Microsoft.AspNetCore.Server.Kestrel")
        || IsFrom(entry, "PortalProxy")
        || IsFrom(entry, "Microsoft.Hosting.Lifetime")
        || IsFrom(entry, RequestLog);

    private static bool IsFrom(LogEvent entry, string source) =>
        entry.Properties.TryGetValue(Constants.SourceContextPropertyName, out var value)
        && value is ScalarValue { Value: string name }
        && name.StartsWith(source, StringComparison.Ordinal);

    /// <summary>Takes away what the framework adds to every event of a request: the path as it was typed. The request's own event has it checked.</summary>
    private sealed class NoTypedPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            if (!IsFrom(logEvent, RequestLog))
            {
                logEvent.RemovePropertyIfPresent(RequestPath);
            }
        }
    }

    // A path that leads nowhere may be anything a person typed, a session key included; so may a method.
    private static string RouteOf(HttpContext context, string path) =>
        context.Items.ContainsKey(Routes.MatchedKey) ? path : "(no such page)";

    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)
        || HttpMethods.IsPut(method) || HttpMethods.IsDelete(method) || HttpMethods.IsPatch(method) ? method : "(other)";
}
