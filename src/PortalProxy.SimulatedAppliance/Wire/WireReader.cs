using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace PortalProxy.SimulatedAppliance.Wire;

/// <summary>
/// Keeps the bytes that Kestrel has consumed from a connection. Kestrel sorts known headers into fields of its own
/// and loses their order and spelling on the way; a record of what a portal really sent needs both.
/// </summary>
internal sealed class WireReader(PipeReader wire) : PipeReader
{
    private readonly ArrayBufferWriter<byte> consumedBytes = new();
    private ReadOnlySequence<byte> unread;
    private byte[] asArrived = [];

    /// <summary>What was consumed since the last call, one character per byte.</summary>
    public string Take()
    {
        var text = Encoding.Latin1.GetString(consumedBytes.WrittenSpan);
        consumedBytes.ResetWrittenCount();
        return text;
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var result = await wire.ReadAsync(cancellationToken);
        Keep(result);
        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        var read = wire.TryRead(out result);
        if (read)
            Keep(result);
        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var count = (int)unread.Slice(0, consumed).Length;
        consumedBytes.Write(asArrived.AsSpan(0, count));
        (unread, asArrived) = (default, []);
        wire.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => wire.CancelPendingRead();

    public override void Complete(Exception? exception = null) => wire.Complete(exception);

    // A copy, because Kestrel decodes the path inside the buffer that it was given.
    private void Keep(ReadResult result) => (unread, asArrived) = (result.Buffer, result.Buffer.ToArray());
}
