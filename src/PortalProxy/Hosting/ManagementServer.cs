using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace PortalProxy.Hosting;

/// <summary>
/// A second server for administrators, on a port of its own: metrics for Prometheus, and health. It shares no pipeline with the public
/// one, so neither can ever answer for the other, whatever <c>Host</c> or path is sent. It starts first and ends last, writes no
/// log of its requests and counts them nowhere.
/// </summary>
internal sealed partial class ManagementServer(ServerOptions options, IServiceProvider services, ILogger<ManagementServer> logger)
    : IHostedService, IHttpApplication<HttpContext>, IDisposable
{
    public const string MetricsPath = "/metrics";

    /// <summary>Far more than probes and scrapers open.</summary>
    private const int MostConnections = 100;

    private KestrelServer? server;
    private RequestDelegate answer = NoSuchPage;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.ManagementPort == 0)
        {
            return;
        }

        var app = new ApplicationBuilder(services);
        app.UseOpenTelemetryPrometheusScrapingEndpoint(
            services.GetRequiredService<MeterProvider>(), IsScrape, path: null, configureBranchedPipeline: null, optionsName: null);
        app.Run(Answer);
        answer = app.Build();

        var kestrel = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.ListenAnyIP(options.ManagementPort);
        server = new(
            Options.Create(kestrel),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        await server.StartAsync(this, cancellationToken);
        Log.Started(logger, options.ManagementPort);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures) { RequestServices = services };

    public Task ProcessRequestAsync(HttpContext context) => answer(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // It holds nothing that has to be given back.
    }

    public void Dispose() => server?.Dispose();

    private static bool IsScrape(HttpContext context) => IsRead(context) && context.Request.Path.Equals(MetricsPath, StringComparison.Ordinal);

    private static bool IsRead(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static Task Answer(HttpContext context) => context.Request.Path.Value switch
    {
        Health.LivePath when IsRead(context) => Health.SayLive(context),
        Health.ReadyPath when IsRead(context) => Health.SayReady(context),
        _ => NoSuchPage(context),
    };

    private static Task NoSuchPage(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Metrics and health for administrators are at port {ManagementPort}: /metrics, /livez, /readyz.")]
        public static partial void Started(ILogger logger, int managementPort);
    }
}
