namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// The appliance's client, read piece by piece and no faster than the customer takes it. YARP's copier gives its buffer back while
/// it waits for bytes to read, but keeps it while it waits for them to be written; with hundreds of slow customers those buffers
/// would be a good part of the portal's memory.
/// </summary>
internal sealed class PacedClient : PassingStream
{
    private readonly SentBytes sent;
    private readonly PieceSize piece;
    private bool hasLeft;

    public PacedClient(Stream client, SentBytes sent, PieceSize piece)
        : base(client)
    {
        (this.sent, this.piece) = (sent, piece);
        piece.Enter();
    }

    // The copier begins each turn with a read into nothing, ready to give its buffer back.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await sent.Taken;
        return await base.ReadAsync(buffer[..Math.Min(buffer.Length, piece.Now)], cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !hasLeft)
        {
            hasLeft = true;
            piece.Leave();
        }

        base.Dispose(disposing);
    }
}
