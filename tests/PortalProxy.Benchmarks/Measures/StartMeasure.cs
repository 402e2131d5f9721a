using System.Diagnostics;
using PortalProxy.Benchmarks.Machine;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>From the start of the process to its first page, and what it holds in memory when it has nothing to do.</summary>
internal sealed class StartMeasure : Measure
{
    private const double Megabyte = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override string Key => "start";

    public override async Task RunAsync(Stand stand, Plan plan, Round round)
    {
        foreach (var peer in round.Turned([.. stand.Peers.Where(one => one.IsPortal || one.Name == Peer.BareYarp)]))
        {
            var path = peer.IsPortal ? "/" : Origin.SmallClient;
            var port = FreePort.Next();
            var watch = Stopwatch.StartNew();
            await using var server = ServerProcess.Launch(peer.Command(stand.Workshop, port, stand.Origin.Port), port);
            await AskUntilAnsweredAsync(port, path, watch);
            round.Add(Figure.FirstAnswer, peer.Name, watch.Elapsed.TotalSeconds);

            await Task.Delay(plan.Rest);
            round.Add(Figure.IdleMemory, peer.Name, server.Tree.PssBytes() / Megabyte);
        }
    }

    private static async Task AskUntilAnsweredAsync(int port, string path, Stopwatch watch)
    {
        while (!await ServerProcess.TryConnectAsync(port))
        {
            if (watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"Nobody listens on port {port}.");
            }

            await Task.Delay(5);
        }

        using var customer = new HttpClient();
        _ = await customer.GetByteArrayAsync($"http://127.0.0.1:{port}{path}");
    }
}
