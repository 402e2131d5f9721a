using System.Diagnostics;

namespace PortalProxy.Benchmarks.Load;

/// <summary>One customer after the other on one connection: how long each waits for the first byte.</summary>
internal static class RoundTrips
{
    private const int WarmUp = 200;

    /// <returns>Milliseconds from the request to the headers, sorted.</returns>
    public static double[] Run(int port, string path, int count)
    {
        using var connection = new CustomerConnection(port);
        for (var one = 0; one < Math.Min(WarmUp, count); one++)
        {
            connection.Download(path);
        }

        var waits = new double[count];
        for (var one = 0; one < count; one++)
        {
            var began = Stopwatch.GetTimestamp();
            connection.Download(path);
            waits[one] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(waits);
        return waits;
    }

    public static double Quantile(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
}
