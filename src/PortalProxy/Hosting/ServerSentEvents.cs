using Microsoft.AspNetCore.Http.Features;

namespace PortalProxy.Hosting;

/// <summary>Server-sent events (HTML Standard, section 9.2): one line of data each, and a comment now and then that keeps the line open.</summary>
public static class ServerSentEvents
{
    // Proxies close connections on which nothing moves, most of them after a minute.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>Ends with the events, with the customer's leaving, or with the portal's stop, which must not wait for open pages.</summary>
    public static async Task WriteEventsAsync(
        this HttpContext context, string name, Func<CancellationToken, IAsyncEnumerable<string>> events)
    {
        var services = context.RequestServices;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";

        // nginx would hold events back until its buffer is full.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await WriteAsync(context, name, events(end.Token), services.GetRequiredService<TimeProvider>(), end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The ordinary end of a stream that follows something without an end.
        }
    }

    private static async Task WriteAsync(
        HttpContext context, string name, IAsyncEnumerable<string> events, TimeProvider time, CancellationToken cancellationToken)
    {
        // Kestrel aborts a connection whose write is cancelled, and a portal that stops is to end its streams cleanly.
        var leaving = context.RequestAborted;
        var response = context.Response;
        await response.WriteAsync(":\n\n", leaving);
        await response.Body.FlushAsync(leaving);
        await using var all = events.GetAsyncEnumerator(cancellationToken);
        var next = all.MoveNextAsync().AsTask();
        while (true)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, time, beat.Token)) != next)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await response.WriteAsync(":\n\n", leaving);
                continue;
            }

            await beat.CancelAsync();
            if (!await next)
            {
                return;
            }

            await response.WriteAsync($"event: {name}\ndata: {all.Current}\n\n", leaving);
            next = all.MoveNextAsync().AsTask();
        }
    }
}
