using Microsoft.AspNetCore.Http.Features;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Hands bytes to the server, counts them and remembers when it last could. It does not wait until the customer has taken them:
/// YARP's copier would hold its buffer meanwhile. <see cref="PacedClient"/> waits in its place, before it reads the next ones.
/// </summary>
internal sealed class SentBytes(IHttpResponseBodyFeature body, TimeProvider time) : PassingStream(body.Stream)
{
    private const int LargePiece = 32 * 1024;

    private long lastMove = time.GetTimestamp();

    public long Count { get; private set; }

    /// <summary>How long nothing has been sent.</summary>
    public TimeSpan StoodStill => time.GetElapsedTime(lastMove);

    /// <summary>Done when the server has room for more; fails where it could not send.</summary>
    public Task Taken { get; private set; } = Task.CompletedTask;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var isFirst = Count == 0;
        Taken = isFirst || buffer.Length < LargePiece ? SendAsync(buffer, cancellationToken) : SendAtOnceAsync(buffer, cancellationToken);

        // The first one starts the answer. From then on the bytes are copied before anything is waited for.
        return isFirst ? new(Taken) : default;
    }

    // Into the server's own blocks of 4 KB, which suit the small pieces of many downloads: nothing is left over.
    private async Task SendAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        await body.Writer.WriteAsync(buffer, cancellationToken);
        Moved(buffer.Length);
    }

    // Into one block: a sixth of a download's processor time would go into making sixteen of them and into sending them together.
    private async Task SendAtOnceAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        buffer.CopyTo(body.Writer.GetMemory(buffer.Length));
        body.Writer.Advance(buffer.Length);
        await body.Writer.FlushAsync(cancellationToken);
        Moved(buffer.Length);
    }

    private void Moved(int count)
    {
        Count += count;
        lastMove = time.GetTimestamp();
    }
}
