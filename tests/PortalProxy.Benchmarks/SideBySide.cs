using PortalProxy.Benchmarks.Machine;
using PortalProxy.Benchmarks.Measures;
using PortalProxy.Benchmarks.Report;

namespace PortalProxy.Benchmarks;

/// <summary>The portal beside its peers, in rounds: each round takes every measure of every peer once.</summary>
internal static class SideBySide
{
    private static readonly Measure[] All =
        [new StreamingMeasure(), new SlowMemoryMeasure(), new FirstByteMeasure(), new RequestsMeasure(), new PagesMeasure(), new StartMeasure(), new EventsMeasure()];

    public static async Task RunAsync(Workshop workshop, Plan plan, IReadOnlyList<string> only, SampleFile samples)
    {
        var chosen = only.Count == 0 ? All : [.. All.Where(measure => only.Contains(measure.Key))];
        if (chosen.Length < only.Count)
        {
            throw new ArgumentException($"--only takes {string.Join(", ", All.Select(measure => measure.Key))}.");
        }

        await using var stand = await Stand.SetUpAsync(workshop);
        var first = samples.NextRound;
        for (var number = first; number < first + plan.Rounds; number++)
        {
            Console.WriteLine($"Round {number - first + 1} of {plan.Rounds}");
            foreach (var measure in chosen)
            {
                await measure.RunAsync(stand, plan, new Round(number, samples));
            }
        }
    }
}
