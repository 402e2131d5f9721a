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

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        sent.Taken.IsCompletedSuccessfully ? ReadNowAsync(buffer, cancellationToken) : ReadThenAsync(buffer, cancellationToken);

    private async ValueTask<int> ReadThenAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await sent.Taken;
        return await ReadNowAsync(buffer, cancellationToken);
    }

    // The copier begins each turn with a read into nothing, ready to give its buffer back until something has come. Where few download
    // it may keep the buffer, which saves the socket a question for each piece.
    private ValueTask<int> ReadNowAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        buffer.IsEmpty && piece.IsLargest ? default : base.ReadAsync(buffer[..Math.Min(buffer.Length, piece.Now)], cancellationToken);

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
