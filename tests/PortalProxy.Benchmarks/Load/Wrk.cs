using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PortalProxy.Benchmarks.Load;

/// <summary>Many small requests at a time, by wrk: one thread of it keeps up with every server here.</summary>
internal static partial class Wrk
{
    /// <returns>Requests answered in a second.</returns>
    /// <exception cref="IOException">Some were answered with an error, or not at all.</exception>
    public static async Task<double> RunAsync(int port, string path, int connections, TimeSpan time)
    {
        var start = new ProcessStartInfo(
            "wrk", ["--threads", "1", "--connections", $"{connections}", "--duration", $"{Math.Max(1, (int)time.TotalSeconds)}s", $"http://127.0.0.1:{port}{path}"])
        {
            RedirectStandardOutput = true,
        };
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk does not start.");
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (Trouble().IsMatch(said) || wrk.ExitCode != 0)
        {
            throw new IOException($"{path}: {said}");
        }

        return double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex("Non-2xx or 3xx responses: .*|Socket errors: .*")]
    private static partial Regex Trouble();
}
