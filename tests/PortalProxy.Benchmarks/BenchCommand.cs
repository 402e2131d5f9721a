using System.Globalization;
using PortalProxy.Benchmarks.Growth;
using PortalProxy.Benchmarks.Inner;
using PortalProxy.Benchmarks.Machine;
using PortalProxy.Benchmarks.Measures;
using PortalProxy.Benchmarks.Report;

namespace PortalProxy.Benchmarks;

/// <summary>What <c>tests/bench</c> asks for.</summary>
internal static class BenchCommand
{
    private const string Usage = """
        tests/bench                          the portal and its peers side by side, five rounds, and their tables
        tests/bench --growth                 the portal with ever more customers on slow lines
        tests/bench --inner                  reading, checking and writing a request, reading an answer: times and allocations
        tests/bench --quick                  everything once and briefly, to see that it works
        tests/bench --report                 writes tables and charts of the samples that are there into docs/performance.md

        --rounds N                           so many rounds
        --add                                beside the samples of the runs before, not in their place
        --only streaming,slow-memory,first-byte,requests,pages,start,events
        --among "the portal,HAProxy"         some peers, by their names in the tables
        --before FOLDER                      another version of the portal, published there, stands beside today's
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        bool Has(string name) => args.Contains(name);
        if (Has("--help"))
        {
            Console.WriteLine(Usage);
            return 0;
        }

        var isQuick = Has("--quick");
        var results = Path.GetFullPath(ValueOf(args, "--results") ?? "out/bench");
        var plan = isQuick ? Plan.Quick : Plan.Full;
        if (ValueOf(args, "--rounds") is { } rounds)
        {
            plan = plan with { Rounds = int.Parse(rounds, CultureInfo.InvariantCulture) };
        }

        if ((Has("--inner") || isQuick) && !InnerPieces.Run(Path.Combine(results, "inner"), isTest: isQuick))
        {
            return 1;
        }

        var name = isQuick ? "quick-" : "";
        var sides = new SampleFile(Path.Combine(results, $"{name}sides.tsv"), isNew: !Has("--add") && !Has("--report"));
        var growth = new SampleFile(Path.Combine(results, $"{name}growth.tsv"), isNew: !Has("--add") && !Has("--report"));
        using (var workshop = new Workshop(Path.Combine(results, "published"), ValueOf(args, "--before"), results) { Among = ListOf(args, "--among") })
        {
            if (isQuick || !Has("--report") && !Has("--inner") && !Has("--growth"))
            {
                await SideBySide.RunAsync(workshop, plan, ListOf(args, "--only"), sides);
            }

            if (isQuick || Has("--growth"))
            {
                await GrowthRun.RunAsync(workshop, plan, growth);
            }
        }

        await ReportAsync(sides.Read(), growth.Read(), Has("--report") ? "docs" : null);
        return 0;
    }

    private static async Task ReportAsync(IReadOnlyList<Sample> sides, IReadOnlyList<Sample> growth, string? docs)
    {
        var (sideTables, growthTable) = (Tables.Write(sides), GrowthTable.Write(growth));
        var (bars, curves) = (BarChart.Draw(sides), GrowthChart.Draw(growth));
        Console.WriteLine(sideTables);
        Console.WriteLine(growthTable);
        if (docs is not null)
        {
            var document = new Document(Path.Combine(docs, "performance.md"));
            document.Fill("side by side", sideTables);
            document.Fill("growth", growthTable);
            await File.WriteAllTextAsync(Path.Combine(docs, "images", "side-by-side.svg"), bars);
            await File.WriteAllTextAsync(Path.Combine(docs, "images", "growth.svg"), curves);
        }
    }

    private static string[] ListOf(string[] args, string name) => (ValueOf(args, name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string? ValueOf(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
