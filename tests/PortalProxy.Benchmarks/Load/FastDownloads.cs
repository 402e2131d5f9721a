using System.Diagnostics;

namespace PortalProxy.Benchmarks.Load;

/// <summary>So many customers on fast lines, each downloading one client after the other for a stated time.</summary>
internal static class FastDownloads
{
    /// <returns>Bytes that arrived, and the seconds that it took.</returns>
    public static async Task<(long Bytes, double Seconds)> RunAsync(int port, string path, int customers, TimeSpan time)
    {
        var total = 0L;
        var connections = Enumerable.Range(0, customers).Select(_ => new CustomerConnection(port)).ToList();
        try
        {
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(connections.Select(connection => OnItsOwnThread(() =>
            {
                // The clock decides between two downloads and within one, or a slow peer would run for longer than a fast one.
                while (watch.Elapsed < time)
                {
                    DownloadUntil(connection, path, () => watch.Elapsed < time, ref total);
                }
            })));
            return (total, watch.Elapsed.TotalSeconds);
        }
        finally
        {
            connections.ForEach(connection => connection.Dispose());
        }
    }

    private static void DownloadUntil(CustomerConnection connection, string path, Func<bool> goesOn, ref long total)
    {
        var moved = 0L;
        try
        {
            connection.Download(path, bytes =>
            {
                moved += bytes;
                if (!goesOn())
                {
                    throw new OperationCanceledException();
                }
            });
        }
        catch (OperationCanceledException)
        {
            // The time is over; what has moved until now counts.
        }

        Interlocked.Add(ref total, moved);
    }

    private static Task OnItsOwnThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
