namespace PortalProxy.Check;

/// <summary>Writes a report as a table for people: verdict, step, what was found; below it what to do.</summary>
internal static class TextReport
{
    private const string Indent = "  ";

    private static readonly int VerdictWidth = Enum.GetValues<Verdict>().Max(verdict => Word(verdict).Length);

    public static async Task WriteAsync(Report report, TextWriter output)
    {
        var stepWidth = report.Sections.SelectMany(section => section.Findings).Max(finding => finding.Step.Length);
        foreach (var section in report.Sections)
        {
            await output.WriteLineAsync(section.Title);
            foreach (var line in section.Findings.SelectMany(finding => Lines(finding, stepWidth)))
            {
                await output.WriteLineAsync(line);
            }

            await output.WriteLineAsync();
        }

        if (report.Proposals.Count > 0)
        {
            await output.WriteLineAsync("Proposed settings");
            foreach (var proposal in report.Proposals)
            {
                await output.WriteLineAsync(Indent + proposal);
            }

            await output.WriteLineAsync();
        }

        await output.WriteLineAsync(string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{report.Count(verdict)} {Word(verdict)}")) + ".");
    }

    private static IEnumerable<string> Lines(Finding finding, int stepWidth)
    {
        var margin = new string(' ', Indent.Length + VerdictWidth + Indent.Length + stepWidth + Indent.Length);
        yield return Indent + Word(finding.Verdict).PadRight(VerdictWidth) + Indent + finding.Step.PadRight(stepWidth) + Indent + finding.Detail;
        foreach (var more in finding.More)
        {
            yield return margin + more;
        }

        if (finding.Remedy is { } remedy)
        {
            yield return margin + "To do: " + remedy;
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ok => "ok",
        Verdict.Warning => "warning",
        Verdict.Failed => "failed",
        _ => "not asked",
    };
}
