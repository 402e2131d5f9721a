namespace PortalProxy.Benchmarks.Measures;

/// <summary>Something that is measured of several peers in one round, one right after the other.</summary>
internal abstract class Measure
{
    /// <summary>What <c>--only</c> chooses it by.</summary>
    public abstract string Key { get; }

    public abstract Task RunAsync(Stand stand, Plan plan, Round round);
}
