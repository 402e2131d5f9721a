using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>How much passes through, at several numbers of customers, and what the proxy's own processes spend on it.</summary>
internal sealed class StreamingMeasure : Measure
{
    private const double Megabyte = 1e6;
    private const double Gigabyte = 1e9;

    private static readonly (int Customers, Figure Figure)[] Loads = [(1, Figure.Streaming1), (8, Figure.Streaming8), (64, Figure.Streaming64)];

    public override string Key => "streaming";

    public override async Task RunAsync(Stand stand, Plan plan, Round round)
    {
        foreach (var (customers, figure) in Loads)
        {
            foreach (var place in round.Turned(stand.Places))
            {
                var before = place.Tree?.CpuSeconds();
                var (bytes, seconds) = await FastDownloads.RunAsync(place.Port, Origin.LargeClient, customers, plan.Streaming);
                var spent = place.Tree?.CpuSeconds() - before;
                round.Add(figure, place.Name, bytes / Megabyte / seconds);
                if (figure == Figure.Streaming8 && spent is { } cpu)
                {
                    round.Add(Figure.CpuPerGigabyte, place.Name, cpu / (bytes / Gigabyte));
                }
            }
        }
    }
}
