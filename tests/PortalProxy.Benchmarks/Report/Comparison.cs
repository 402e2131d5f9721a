namespace PortalProxy.Benchmarks.Report;

/// <summary>What the samples say of one figure: of each peer, and of two beside each other in the same round.</summary>
internal sealed class Comparison(IEnumerable<Sample> samples)
{
    private readonly List<Sample> all = [.. samples];

    public IReadOnlyList<string> PeersOf(string figure) => [.. all.Where(one => one.Figure == figure).Select(one => one.Peer).Distinct()];

    public Spread? Of(string figure, string peer) => Spread.Of(Values(figure, peer).Select(one => one.Value));

    /// <summary>One peer's figure by another's, each time of one round: what else the machine did then did it to both.</summary>
    public Spread? Ratio(string figure, string peer, string other) => Pairs(figure, peer, other, (one, two) => one / two);

    /// <summary>How much one peer's figure is above another's, round by round.</summary>
    public Spread? Added(string figure, string peer, string other) => Pairs(figure, peer, other, (one, two) => one - two);

    private Spread? Pairs(string figure, string peer, string other, Func<double, double, double> compare) => Spread.Of(
        Values(figure, peer).Join(Values(figure, other), one => one.Round, two => two.Round, (one, two) => compare(one.Value, two.Value)));

    private IEnumerable<Sample> Values(string figure, string peer) => all.Where(one => one.Figure == figure && one.Peer == peer);
}
