using PortalProxy.Benchmarks.Measures;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Report;

/// <summary>What the portal must reach, as ratios within one run wherever a peer says what the machine can do.</summary>
internal static class Bars
{
    internal sealed record Bar(string Wording, Func<Comparison, Spread?> Measure, Func<double, bool> IsReached, int Decimals = 2);

    public static IReadOnlyList<Bar> All { get; } =
    [
        .. Throughput(Figure.Streaming1, "1"),
        .. Throughput(Figure.Streaming8, "8"),
        .. Throughput(Figure.Streaming64, "64"),
        new("processor time per GB at most 1.0 × bare YARP", all => all.Ratio(Figure.CpuPerGigabyte.Name, Peer.Portal, Peer.BareYarp), ratio => ratio <= 1),
        new("at most 100 KB for each of 500 slow downloads", all => all.Of(Figure.SlowMemory.Name, Peer.Portal), kilobytes => kilobytes <= 100, 0),
        new("none of them slowed (share of its line in %)", all => all.Of(Figure.SlowShare.Name, Peer.Portal), percent => percent >= 95, 0),
        new("at most 1 ms added to bare YARP's median time to first byte", all => all.Added(Figure.FirstByteMedian.Name, Peer.Portal, Peer.BareYarp), ms => ms <= 1),
        new("at most 3 ms added at the 99th percentile", all => all.Added(Figure.FirstByteWorst.Name, Peer.Portal, Peer.BareYarp), ms => ms <= 3),
        new("pages at least 0.9 × nginx serving the same bytes", all => all.Ratio(Figure.Pages.Name, Peer.Portal, PagesMeasure.Copy), ratio => ratio >= 0.9),
        new("first page within 1.0 s of the start", all => all.Of(Figure.FirstAnswer.Name, Peer.Portal), seconds => seconds <= 1),
        new("at most 100 MB while idle", all => all.Of(Figure.IdleMemory.Name, Peer.Portal), megabytes => megabytes <= 100, 0),
    ];

    private static IEnumerable<Bar> Throughput(Figure figure, string customers) =>
    [
        new($"streaming {customers} at a time, at least 1.0 × bare YARP", all => all.Ratio(figure.Name, Peer.Portal, Peer.BareYarp), ratio => ratio >= 1),
        new($"streaming {customers} at a time, at least 1.3 × buffered nginx", all => all.Ratio(figure.Name, Peer.Portal, Peer.BufferedNginx), ratio => ratio >= 1.3),
    ];
}
