using PortalProxy.Benchmarks.Measures;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Report;

/// <summary>The portal and its peers as bars: a panel for each figure, medians, the best one on top.</summary>
internal static class BarChart
{
    private const int PanelWidth = 400;
    private const int BarsAt = 130;
    private const int LongestBar = 200;
    private const int Row = 20;
    private const int TitleHeight = 40;
    private const string Own = "#0b62a8";
    private const string Others = "#b9c4cd";

    private static readonly Figure[] Panels =
    [
        Figure.Streaming1, Figure.Streaming8, Figure.Streaming64, Figure.CpuPerGigabyte, Figure.SlowMemory, Figure.FirstByteMedian, Figure.Requests, Figure.Pages,
    ];

    public static string Draw(IReadOnlyList<Sample> samples)
    {
        var comparison = new Comparison(samples);
        var panels = Panels.Where(figure => comparison.PeersOf(figure.Name).Count > 0).ToList();
        var panelHeight = TitleHeight + Row * panels.Select(figure => comparison.PeersOf(figure.Name).Count).DefaultIfEmpty(0).Max();
        var svg = new Svg(2 * PanelWidth, (panels.Count + 1) / 2 * panelHeight);
        for (var at = 0; at < panels.Count; at++)
        {
            Draw(svg, at % 2 * PanelWidth, at / 2 * panelHeight, panels[at], comparison);
        }

        return svg.ToString();
    }

    private static void Draw(Svg svg, double left, double top, Figure figure, Comparison comparison)
    {
        svg.Text(left + 10, top + 18, $"{figure.Name}", isTitle: true);
        svg.Text(left + 10, top + 33, $"{figure.Unit}, {(figure.MoreIsBetter ? "more" : "less")} is better");
        var bars = comparison.PeersOf(figure.Name)
            .Select(peer => (Peer: peer, Value: comparison.Of(figure.Name, peer)!.Median))
            .OrderBy(bar => figure.MoreIsBetter ? -bar.Value : bar.Value)
            .ToList();
        var most = bars.Max(bar => bar.Value);
        for (var row = 0; row < bars.Count; row++)
        {
            var (peer, value) = bars[row];
            var y = top + TitleHeight + row * Row;
            var length = most > 0 ? LongestBar * value / most : 0;
            svg.Text(left + BarsAt - 8, y + 13, peer, anchor: "end", isTitle: peer == Peer.Portal);
            svg.Rectangle(left + BarsAt, y + 2, length, Row - 5, peer == Peer.Portal ? Own : Others);
            svg.Text(left + BarsAt + length + 6, y + 13, figure.Format(value));
        }
    }
}
