using PortalProxy.Benchmarks.Report;

namespace PortalProxy.Benchmarks.Measures;

/// <summary>One round of all measures: its number, and where its samples go.</summary>
internal sealed class Round(long number, SampleFile samples)
{
    public void Add(Figure figure, string peer, double value)
    {
        samples.Append(new Sample(number, figure.Name, peer, value));
        Console.WriteLine($"  {figure.Name}, {peer}: {figure.Format(value)} {figure.Unit}");
    }

    /// <summary>The same in another order each round, so that nobody always has the place after the same neighbour.</summary>
    public IEnumerable<T> Turned<T>(IReadOnlyList<T> all)
    {
        for (var at = 0; at < all.Count; at++)
        {
            yield return all[(int)((at + number) % all.Count)];
        }
    }
}
