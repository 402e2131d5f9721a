using PortalProxy.Benchmarks.Load;
using PortalProxy.Benchmarks.Machine;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>
/// The portal's page against nginx serving the same bytes, and against Kestrel that does so and nothing else: no page of any portal
/// on this server could be faster.
/// </summary>
internal sealed class PagesMeasure : Measure
{
    public const string Copy = "nginx, same bytes";

    private const string KestrelsCopy = "Kestrel, same bytes";

    private const int AtATime = 64;
    private const double Microseconds = 1e6;

    public override string Key => "pages";

    public override async Task RunAsync(Stand stand, Plan plan, Round round)
    {
        var portals = stand.Places.Where(place => place.IsPortal).ToList();
        using (var customer = new HttpClient())
        {
            await stand.Origin.CopyPageAsync(await customer.GetByteArrayAsync($"http://127.0.0.1:{portals[0].Port}/"));
        }

        (string Name, int Port, string Path, ProcessTree? Tree)[] all =
        [
            .. portals.Select(portal => (portal.Name, portal.Port, "/", portal.Tree)),
            .. stand.Places.Where(place => place.Name == Peer.BareYarp).Select(place => (KestrelsCopy, place.Port, Origin.CopiedPage, place.Tree)),
            (Copy, stand.Origin.Port, Origin.CopiedPage, null),
        ];
        foreach (var (name, port, path, tree) in round.Turned(all))
        {
            _ = await Wrk.RunAsync(port, path, AtATime, plan.WarmUp);
            var before = tree?.CpuSeconds();
            var rate = await Wrk.RunAsync(port, path, AtATime, plan.Requests);
            round.Add(Figure.Pages, name, rate);
            if (tree?.CpuSeconds() - before is { } spent)
            {
                round.Add(Figure.CpuPerPage, name, spent * Microseconds / (rate * plan.Requests.TotalSeconds));
            }
        }
    }
}
