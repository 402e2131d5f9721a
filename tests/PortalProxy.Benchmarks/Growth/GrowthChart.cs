using System.Globalization;
using PortalProxy.Benchmarks.Report;

namespace PortalProxy.Benchmarks.Growth;

/// <summary>The growth as curves: how many customers to the right (each step ten times as many), a panel for each figure.</summary>
internal static class GrowthChart
{
    private const int PanelWidth = 400;
    private const int PanelHeight = 240;
    private const int Left = 55;
    private const int Right = 20;
    private const int Top = 40;
    private const int Bottom = 40;
    private const int LegendWidth = 82;

    private static readonly (string Replicas, string Color)[] Series = [("1", "#0b62a8"), ("2", "#c25700")];

    private static readonly string[] Figures = [GrowthRun.Throughput, GrowthRun.Memory, GrowthRun.FirstByteMedian, GrowthRun.FirstByteWorst];

    public static string Draw(IReadOnlyList<Sample> samples)
    {
        var comparison = new Comparison(samples);
        var svg = new Svg(2 * PanelWidth, (Figures.Length + 1) / 2 * PanelHeight);
        for (var at = 0; at < Figures.Length; at++)
        {
            Draw(svg, at % 2 * PanelWidth, at / 2 * PanelHeight, Figures[at], comparison);
        }

        return svg.ToString();
    }

    private static void Draw(Svg svg, double x, double y, string figure, Comparison comparison)
    {
        var points = comparison.PeersOf(figure)
            .Select(run => (Replicas: run.Split('/')[0], Customers: int.Parse(run.Split('/')[1], CultureInfo.InvariantCulture), Value: comparison.Of(figure, run)!.Median))
            .OrderBy(point => point.Customers)
            .ToList();
        if (points.Count == 0)
        {
            return;
        }

        var most = points.Max(point => point.Value);
        var steps = Math.Max(1, Math.Log10(points[^1].Customers));
        double PlaceOf(int customers) => x + Left + Math.Log10(customers) / steps * (PanelWidth - Left - Right);
        double HeightOf(double value) => y + PanelHeight - Bottom - (most > 0 ? value / most : 0) * (PanelHeight - Top - Bottom);

        svg.Text(x + 10, y + 20, figure, isTitle: true);
        foreach (var value in new[] { 0, most / 2, most })
        {
            svg.Line(x + Left, HeightOf(value), x + PanelWidth - Right, HeightOf(value), "#ddd");
            svg.Text(x + Left - 6, HeightOf(value) + 4, value.ToString(most < 10 ? "N2" : "N0", CultureInfo.InvariantCulture), anchor: "end");
        }

        foreach (var customers in points.Select(point => point.Customers).Distinct())
        {
            svg.Text(PlaceOf(customers), y + PanelHeight - Bottom + 16, customers.ToString("N0", CultureInfo.InvariantCulture), anchor: "middle");
        }

        svg.Text(x + PanelWidth / 2.0, y + PanelHeight - 8, "slow downloads at the same time", anchor: "middle");
        for (var at = 0; at < Series.Length; at++)
        {
            var (replicas, color) = Series[at];
            svg.Curve(points.Where(point => point.Replicas == replicas).Select(point => (PlaceOf(point.Customers), HeightOf(point.Value))), color);

            // Beside the title, where no curve can run through it.
            var legend = x + PanelWidth + (at - Series.Length) * LegendWidth;
            svg.Rectangle(legend, y + 15, 12, 3, color);
            svg.Text(legend + 17, y + 20, replicas == "1" ? "1 replica" : $"{replicas} replicas");
        }
    }
}
