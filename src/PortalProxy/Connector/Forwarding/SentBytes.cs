using Microsoft.AspNetCore.Http.Features;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// Hands bytes to the server, counts them and remembers when it last could. It does not wait until the customer has taken them:
/// YARP's copier would hold its buffer meanwhile. <see cref="PacedClient"/> waits in its place, before it reads the next ones.
/// </summary>
internal sealed class SentBytes(IHttpResponseBodyFeature body, TimeProvider time) : PassingStream(body.Stream)
{
    private long lastMove = time.GetTimestamp();

    public long Count { get; private set; }

    /// <summary>How long nothing has been sent.</summary>
    public TimeSpan StoodStill => time.GetElapsedTime(lastMove);

    /// <summary>Done when the server has room for more; fails where it could not send.</summary>
    public Task Taken { get; private set; } = Task.CompletedTask;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var isFirst = Count == 0;
        Taken = SendAsync(buffer, cancellationToken);

        // The first one starts the answer. From then on Kestrel has copied the bytes before it waits for anything.
        return isFirst ? new(Taken) : default;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        await body.Writer.WriteAsync(buffer, cancellationToken);
        Count += buffer.Length;
        lastMove = time.GetTimestamp();
    }
}
