using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>What open pages cost: memory for each stream, processor time while nothing changes, and whether others are still served.</summary>
internal sealed class EventsMeasure : Measure
{
    private const string Path = "/availability/events";
    private const double Kilobyte = 1024;
    private const int AtATime = 64;
    private const int WarmUpRequests = 50;

    public override string Key => "events";

    public override async Task RunAsync(Stand stand, Plan plan, Round round)
    {
        foreach (var portal in round.Turned([.. stand.Peers.Where(peer => peer.IsPortal)]))
        {
            await RunAsync(portal, stand, plan, round);
        }
    }

    private static async Task RunAsync(Peer portal, Stand stand, Plan plan, Round round)
    {
        await using var server = await portal.StartAsync(stand.Workshop, stand.Origin.Port);
        _ = RoundTrips.Run(server.Port, Origin.SmallClient, WarmUpRequests);
        using (EventStreams.Open(server.Port, Path, WarmUpRequests))
        {
            await Task.Delay(plan.Rest);
        }

        var before = server.Tree.PssBytes();
        using var streams = EventStreams.Open(server.Port, Path, plan.EventStreams);
        await Task.Delay(plan.Rest);
        round.Add(Figure.EventMemory, portal.Name, (server.Tree.PssBytes() - before) / Kilobyte / plan.EventStreams);

        var spent = server.Tree.CpuSeconds();
        await Task.Delay(plan.Rest);
        round.Add(Figure.EventCpu, portal.Name, 100 * (server.Tree.CpuSeconds() - spent) / plan.Rest.TotalSeconds);
        round.Add(Figure.EventPages, portal.Name, await Wrk.RunAsync(server.Port, "/", AtATime, plan.Requests));
    }
}
