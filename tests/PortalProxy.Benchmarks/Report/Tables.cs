using System.Globalization;
using System.Text;
using PortalProxy.Benchmarks.Measures;
using PortalProxy.Benchmarks.Peers;

namespace PortalProxy.Benchmarks.Report;

/// <summary>The tables in Markdown: one for each figure, and one that holds the portal to its bars.</summary>
internal static class Tables
{
    public static string Write(IReadOnlyList<Sample> samples)
    {
        var comparison = new Comparison(samples);
        var text = new StringBuilder();
        text.AppendLine("| bar | measured | |").AppendLine("|---|---|---|");
        foreach (var bar in Bars.All)
        {
            var measured = bar.Measure(comparison);
            var verdict = measured is null ? "" : bar.IsReached(measured.Median) ? "reached" : "**missed**";
            text.AppendLine(Invariant($"| {bar.Wording} | {(measured is null ? "not measured" : Short(measured, bar.Decimals))} | {verdict} |"));
        }

        foreach (var figure in Figure.InOrder.Where(figure => comparison.PeersOf(figure.Name).Count > 0))
        {
            AppendFigure(text, figure, comparison);
        }

        return text.ToString();
    }

    private static void AppendFigure(StringBuilder text, Figure figure, Comparison comparison)
    {
        var peers = comparison.PeersOf(figure.Name);
        var other = peers.Contains(Peer.BareYarp) ? Peer.BareYarp : peers.FirstOrDefault(peer => peer != Peer.Portal);
        text.AppendLine().AppendLine(Invariant($"**{figure.Name}** ({figure.Unit}, {(figure.MoreIsBetter ? "more" : "less")} is better)")).AppendLine();
        text.AppendLine(other is null ? "| | min | median | max |" : Invariant($"| | min | median | max | by {other} |"));
        text.AppendLine(other is null ? "|---|---|---|---|" : "|---|---|---|---|---|");
        foreach (var peer in Sorted(peers, figure, comparison))
        {
            var spread = comparison.Of(figure.Name, peer)!;
            var line = Invariant($"| {peer} | {figure.Format(spread.Least)} | {figure.Format(spread.Median)} | {figure.Format(spread.Most)} |");
            text.AppendLine(other is null ? line : Invariant($"{line} {Short(comparison.Ratio(figure.Name, peer, other), 2)} |"));
        }
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> peers, Figure figure, Comparison comparison) =>
        peers.OrderBy(peer => (figure.MoreIsBetter ? -1 : 1) * comparison.Of(figure.Name, peer)!.Median);

    /// <summary>The median, and least and most beside it.</summary>
    private static string Short(Spread? spread, int decimals)
    {
        string Number(double value) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
        return spread is null ? "" : $"{Number(spread.Median)} ({Number(spread.Least)} to {Number(spread.Most)})";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
