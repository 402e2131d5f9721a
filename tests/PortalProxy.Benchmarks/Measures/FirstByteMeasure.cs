using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>How long one customer waits, on a machine that does nothing else.</summary>
internal sealed class FirstByteMeasure : Measure
{
    private const double Median = 0.5;
    private const double Worst = 0.99;

    public override string Key => "first-byte";

    public override Task RunAsync(Stand stand, Plan plan, Round round)
    {
        foreach (var place in round.Turned(stand.Places))
        {
            var waits = RoundTrips.Run(place.Port, Origin.SmallClient, plan.RoundTrips);
            round.Add(Figure.FirstByteMedian, place.Name, RoundTrips.Quantile(waits, Median));
            round.Add(Figure.FirstByteWorst, place.Name, RoundTrips.Quantile(waits, Worst));
        }

        return Task.CompletedTask;
    }
}
