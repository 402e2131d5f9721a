namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// How much of a client is read at a time. What a customer has not taken yet waits in memory, so all downloads under way share a
/// bound: a few move large pieces, which cost least time, and hundreds move small ones.
/// </summary>
internal sealed class PieceSize
{
    private const int Few = 64;
    private const int InAll = 2 * 1024 * 1024;
    private const int Smallest = 8 * 1024;

    /// <summary>YARP's copier has no larger buffer.</summary>
    private const int Largest = 64 * 1024;

    private int downloads;

    public int Now => Volatile.Read(ref downloads) is > Few and var many ? Math.Max(Smallest, InAll / many) : Largest;

    /// <summary>Few download: there is memory to spare.</summary>
    public bool IsLargest => Now == Largest;

    public void Enter() => Interlocked.Increment(ref downloads);

    public void Leave() => Interlocked.Decrement(ref downloads);
}
