namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// A connection to the appliance on which an answer that goes on beyond its <c>Content-Length</c> is a failure. The HTTP client by
/// itself would take the promised bytes and call them whole, though nobody knows which of the two is wrong; here the last of them
/// are never handed on, so that the customer sees a broken file instead of a wrong one.
/// </summary>
/// <remarks>
/// It looks at what has come when the last promised byte is read, and waits for nothing: a surplus that comes later finds the customer
/// served, and costs the appliance this connection.
/// </remarks>
internal sealed class SurplusGuard(Stream inner) : PassingStream(inner)
{
    private readonly AnswerFrame frame = new();
    private readonly byte[] next = new byte[1];
    private Task<int>? look;
    private bool isAsking;

    /// <exception cref="HttpIOException">There is more than the answer has stated.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = look is null ? await base.ReadAsync(buffer, cancellationToken) : await TakeLookAsync(buffer, cancellationToken);
        isAsking = false;
        if (!frame.Took(buffer.Span[..count]) || frame.IsWhole && count > 0 && HasMore())
        {
            throw new HttpIOException(HttpRequestError.InvalidResponse, "The answer is longer than its Content-Length.");
        }

        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // A request may be written in several pieces; the first one says what it is. The portal sends GET and HEAD.
        if (!isAsking && buffer.Length > 0)
        {
            isAsking = true;
            frame.Asked(isHead: buffer.Span[0] == (byte)'H');
        }

        await base.WriteAsync(buffer, cancellationToken);
    }

    // Where nothing is there yet, the look becomes the next read: the head of the next answer on a connection that is used again.
    private bool HasMore()
    {
        look = base.ReadAsync(next, CancellationToken.None).AsTask();
        return look is { IsCompletedSuccessfully: true, Result: > 0 };
    }

    private async Task<int> TakeLookAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await look!.WaitAsync(cancellationToken);
        if (buffer.Length == 0)
        {
            return 0; // The HTTP client only waits for something to come.
        }

        look = count == 0 ? look : null;
        next.AsMemory(0, count).CopyTo(buffer);
        return count;
    }
}
