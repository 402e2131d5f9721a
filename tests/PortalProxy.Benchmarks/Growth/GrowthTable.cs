using System.Globalization;
using System.Text;
using PortalProxy.Benchmarks.Report;

namespace PortalProxy.Benchmarks.Growth;

/// <summary>The growth in figures: medians of all rounds.</summary>
internal static class GrowthTable
{
    private static readonly string[] Figures =
        [GrowthRun.Throughput, GrowthRun.Memory, GrowthRun.Processor, GrowthRun.FirstByteMedian, GrowthRun.FirstByteWorst];

    public static string Write(IReadOnlyList<Sample> samples)
    {
        var comparison = new Comparison(samples);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| replicas | slow downloads | {string.Join(" | ", Figures)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|---|{string.Concat(Figures.Select(_ => "---|"))}");
        foreach (var run in samples.Select(sample => sample.Peer).Distinct())
        {
            var parts = run.Split('/');
            var values = Figures.Select(figure => comparison.Of(figure, run)?.Median.ToString("N2", CultureInfo.InvariantCulture));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {parts[0]} | {parts[1]} | {string.Join(" | ", values)} |");
        }

        return text.ToString();
    }
}
