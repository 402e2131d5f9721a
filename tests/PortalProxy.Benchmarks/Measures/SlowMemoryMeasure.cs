using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>
/// How much a proxy's own memory grows for each customer on a slow line, and whether one of them is slowed down. Each proxy is
/// started anew: one that has served others before has room to hide them in.
/// </summary>
internal sealed class SlowMemoryMeasure : Measure
{
    public const int BytesPerSecond = 200_000;

    private const double Kilobyte = 1024;
    private const int WarmUpRequests = 50;

    public override string Key => "slow-memory";

    public override async Task RunAsync(Stand stand, Plan plan, Round round)
    {
        foreach (var peer in round.Turned(stand.Peers))
        {
            await using var server = await peer.StartAsync(stand.Workshop, stand.Origin.Port);
            _ = RoundTrips.Run(server.Port, Origin.SmallClient, WarmUpRequests);
            _ = RoundTrips.Run(server.Port, Origin.LargeClient, 1);
            await Task.Delay(plan.Rest);

            var before = server.Tree.PssBytes();
            using var readers = SlowReaders.Open([server.Port], Origin.LargeClient, plan.SlowReaders, BytesPerSecond);
            var (_, share) = readers.Read(plan.SlowReading);
            var growth = server.Tree.PssBytes() - before;
            if (readers.Refused > 0)
            {
                throw new InvalidOperationException($"{peer.Name} refused {readers.Refused} of {plan.SlowReaders} downloads.");
            }

            round.Add(Figure.SlowMemory, peer.Name, growth / Kilobyte / readers.Count);
            round.Add(Figure.SlowShare, peer.Name, 100 * share);
        }
    }
}
