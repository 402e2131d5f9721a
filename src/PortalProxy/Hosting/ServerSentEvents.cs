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
            await WriteAsync(context, name, events(end.Token), services.GetRequiredService<TimeProvider>(), end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The ordinary end of a stream that follows something without an end.
        }
    }

    private static async Task WriteAsync(
        HttpContext context, string name, IAsyncEnumerable<string> events, TimeProvider time, CancellationTokenSource end)
    {
        // Kestrel aborts a connection whose write is cancelled, and a portal that stops is to end its streams cleanly.
        var leaving = context.RequestAborted;
        var response = context.Response;
        await response.WriteAsync(":\n\n", leaving);
        await response.Body.FlushAsync(leaving);
        await using var all = events.GetAsyncEnumerator(end.Token);
        var next = all.MoveNextAsync().AsTask();
        try
        {
            while (await IsThereAsync(next, response, time, leaving, end.Token))
            {
                await response.WriteAsync($"event: {name}\ndata: {all.Current}\n\n", leaving);
                next = all.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator that is still at work can't be disposed, and would fail the whole answer.
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<bool> IsThereAsync(
        Task<bool> next, HttpResponse response, TimeProvider time, CancellationToken leaving, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var beat = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, time, beat.Token)) == next)
            {
                await beat.CancelAsync();
                return await next;
            }

            cancellationToken.ThrowIfCancellationRequested();
            await response.WriteAsync(":\n\n", leaving);
        }
    }
}
