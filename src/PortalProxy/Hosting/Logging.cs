using PortalProxy.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace PortalProxy.Hosting;

/// <summary>Serilog to the console: JSON in Production, readable in Development; one event for each request.</summary>
public static class Logging
{
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
                    .SpareWhatNobodyReads()
                    .ReadFrom.Configuration(builder.Configuration)
                    .Enrich.FromLogContext()
                    .Enrich.With<PersonalFields.Remover>()
                    .Filter.ByExcluding(PersonalFields.AreIn);
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

    /// <summary>
    /// The framework's events that <see cref="PersonalFields.AreIn"/> drops are not even made: a page would cost twice as much.
    /// Settings that ask for other levels come later and win.
    /// </summary>
    private static LoggerConfiguration SpareWhatNobodyReads(this LoggerConfiguration logger)
    {
        foreach (var source in (string[])["Microsoft.AspNetCore", "Microsoft.Extensions", "System", "Polly", "Yarp"])
        {
            logger.MinimumLevel.Override(source, LogEventLevel.Warning);
        }

        return logger;
    }

    public static IApplicationBuilder UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(PersonalFields.MethodOf(context.Request.Method))),
            new("RequestPath", new ScalarValue(PersonalFields.PathOf(context))),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, failure) => failure is not null && !context.RequestAborted.IsCancellationRequested
            ? LogEventLevel.Error
            : Health.IsAskedFor(context) ? LogEventLevel.Debug : LogEventLevel.Information;
        options.EnrichDiagnosticContext = Reference.Enrich;
    });
}
