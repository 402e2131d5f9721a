using System.Globalization;
using System.Text;
using PortalProxy.Soak.Stage;

namespace PortalProxy.Soak.Findings;

/// <summary>The figures and the verdict, as text.</summary>
internal static class Report
{
    private const double Megabyte = 1024 * 1024;
    private const int Shown = 25;

    public static string Of(Ledger ledger, IReadOnlyList<Settled> settled, TimeSpan lasted)
    {
        var text = new StringBuilder().AppendLine();
        Requests(text, ledger, lasted);
        Downloads(text, ledger, lasted);
        Portals(text, settled);
        Events(text, ledger);
        Verdict(text, ledger);
        return text.ToString();
    }

    private static void Requests(StringBuilder text, Ledger ledger, TimeSpan lasted)
    {
        var total = ledger.Answers.Sum(one => one.Value);
        Line(text, $"Requests: {total}, {total / lasted.TotalSeconds:0} a second; warm-ups included; milliseconds to the head of an answer");
        Line(text, $"  {"kind",-22}{"p50",8}{"p95",8}  status × count");
        foreach (var kind in ledger.Answers.GroupBy(one => one.Key.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var (median, late) = ledger.LatencyOf(kind.Key);
            var statuses = string.Join(", ", kind.OrderBy(one => one.Key.Status).Select(one => $"{one.Key.Status} × {one.Value}"));
            Line(text, $"  {kind.Key,-22}{median,8:0.0}{late,8:0.0}  {statuses}");
        }

        Line(text, $"  found a port closed and went to the other portal: {ledger.Elsewhere}");
    }

    private static void Downloads(StringBuilder text, Ledger ledger, TimeSpan lasted)
    {
        var ends = string.Join(", ", Enum.GetValues<DownloadEnd>().Select(end => $"{end} {ledger.Downloads.GetValueOrDefault(end)}"));
        Line(text, $"Downloads: {ends}; {ledger.Bytes / Megabyte:0} MB, {ledger.Bytes / Megabyte / lasted.TotalSeconds:0.0} MB a second");
    }

    private static void Portals(StringBuilder text, IReadOnlyList<Settled> settled)
    {
        foreach (var one in settled)
        {
            Line(text, $"{one.Name}, which was started in the middle:");
            Line(text, $"  just started      {one.Fresh}");
            Line(text, $"  warmed up, idle   {one.Warm}");
            Line(text, $"  at the end, idle  {one.End}");
        }
    }

    private static void Events(StringBuilder text, Ledger ledger)
    {
        Line(text, $"Events of the logs: {ledger.Events.Sum(one => one.Value)}, of them above Information:");
        foreach (var one in ledger.Events.Where(one => one.Key.Level is "Warning" or "Error" or "Fatal").OrderByDescending(one => one.Value))
            Line(text, $"  {one.Value,6} × {one.Key.Level}: {one.Key.Template}");
    }

    private static void Verdict(StringBuilder text, Ledger ledger)
    {
        foreach (var fault in ledger.Faults.OrderByDescending(one => one.Value).Take(Shown))
            Line(text, $"FAULT, {fault.Value} ×: {fault.Key}");
        Line(text, $"{(ledger.IsWell ? "PASSED" : "FAILED")}: {ledger.Faults.Sum(one => one.Value)} faults of {ledger.Faults.Count} kinds.");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
