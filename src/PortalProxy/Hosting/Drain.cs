namespace PortalProxy.Hosting;

/// <summary>
/// The time between the signal to stop and the end of listening. <c>/readyz</c> says no meanwhile, so that customers are sent
/// elsewhere, and whoever comes nevertheless is still served. Open event streams have ended by then: they follow
/// <see cref="IHostApplicationLifetime.ApplicationStopping"/>, which comes with the signal.
/// </summary>
internal sealed partial class Drain(ServerOptions options, IHostEnvironment environment, TimeProvider time, ILogger<Drain> logger)
    : IHostedLifecycleService
{
    private volatile bool isUnderWay;

    public bool IsUnderWay => isUnderWay;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        isUnderWay = true;

        // A developer who presses Ctrl+C waits for nobody.
        if (!environment.IsDevelopment())
        {
            Log.Begun(logger, options.DrainDelay, options.ShutdownTimeout);
            await Task.Delay(options.DrainDelay, time, cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Stopping: /readyz says no, and customers are served for {DrainDelay} more; then downloads in flight have {ShutdownTimeout} to end.")]
        public static partial void Begun(ILogger logger, TimeSpan drainDelay, TimeSpan shutdownTimeout);
    }
}
