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
        unread = result.Buffer;
        return result;
    }

    public override bool TryRead(out ReadResult result)
    {
        var read = wire.TryRead(out result);
        if (read)
            unread = result.Buffer;
        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        foreach (var segment in unread.Slice(0, consumed))
            consumedBytes.Write(segment.Span);
        unread = default;
        wire.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => wire.CancelPendingRead();

    public override void Complete(Exception? exception = null) => wire.Complete(exception);
}
