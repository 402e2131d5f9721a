namespace PortalProxy.Benchmarks.Report;

/// <summary>One figure of one peer in one round.</summary>
internal sealed record Sample(long Round, string Figure, string Peer, double Value);
