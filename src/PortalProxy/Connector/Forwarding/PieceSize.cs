namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// How much of a client is read at a time. What a customer has not taken yet waits in memory, so all downloads under way share a
/// bound: a few move large pieces, which cost least time, and hundreds move small ones.
/// </summary>
internal sealed class PieceSize
{
    private const int InAll = 4 * 1024 * 1024;
    private const int Smallest = 8 * 1024;

    /// <summary>YARP's copier has no larger buffer.</summary>
    private const int Largest = 64 * 1024;

    private int downloads;

    public int Now => Math.Clamp(InAll / Math.Max(1, Volatile.Read(ref downloads)), Smallest, Largest);

    public void Enter() => Interlocked.Increment(ref downloads);

    public void Leave() => Interlocked.Decrement(ref downloads);
}
