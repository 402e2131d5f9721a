using System.Diagnostics;

namespace PortalProxy.Telemetry;

/// <summary>
/// Keeps the words of exceptions out of spans. The HTTP client writes them there of its own accord, and they quote what the
/// appliance sent, which may quote the customer; a span's events can't be taken out later. The type of the exception stays.
/// </summary>
internal sealed class WordlessExceptions : IHostedService, IDisposable
{
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = _ => true,
        ExceptionRecorder = (Activity _, Exception _, ref TagList tags) =>
        {
            // The runtime adds its own only where there is none.
            tags.Add("exception.message", "");
            tags.Add("exception.stacktrace", "");
        },
    };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        ActivitySource.AddActivityListener(listener);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => listener.Dispose();
}
