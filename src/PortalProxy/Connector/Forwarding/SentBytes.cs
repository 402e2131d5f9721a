namespace PortalProxy.Connector.Forwarding;

/// <summary>Counts what the portal sends to the customer and remembers when it last could; changes nothing.</summary>
internal sealed class SentBytes(Stream inner, TimeProvider time) : PassingStream(inner)
{
    private long lastMove = time.GetTimestamp();

    public long Count { get; private set; }

    /// <summary>How long nothing has been sent.</summary>
    public TimeSpan StoodStill => time.GetElapsedTime(lastMove);

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await base.WriteAsync(buffer, cancellationToken);
        Count += buffer.Length;
        lastMove = time.GetTimestamp();
    }
}
