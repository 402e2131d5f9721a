namespace PortalProxy.Benchmarks.Report;

/// <summary>Minimum, median and maximum.</summary>
internal sealed record Spread(double Least, double Median, double Most)
{
    /// <returns>Null where there is nothing.</returns>
    public static Spread? Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : new(sorted[0], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[^1]);
    }
}
