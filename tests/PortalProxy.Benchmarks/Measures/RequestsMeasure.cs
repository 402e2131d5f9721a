using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>How many connector requests for a tiny client are answered in a second: what a request costs without its stream.</summary>
internal sealed class RequestsMeasure : Measure
{
    private const int AtATime = 64;

    public override string Key => "requests";

    public override async Task RunAsync(Stand stand, Plan plan, Round round)
    {
        foreach (var place in round.Turned(stand.Places))
        {
            _ = await Wrk.RunAsync(place.Port, Origin.SmallClient, AtATime, plan.WarmUp);
            round.Add(Figure.Requests, place.Name, await Wrk.RunAsync(place.Port, Origin.SmallClient, AtATime, plan.Requests));
        }
    }
}
