using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;
using PortalProxy.Connector.Forwarding;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>A client on its way to a customer who takes nothing for a while; the pipe stands for the customer's line.</summary>
public sealed class PacedClientTests : IAsyncDisposable
{
    private const int CopierBuffer = 64 * 1024;

    private readonly Line line = new();
    private readonly FakeTimeProvider time = new();
    private readonly PieceSize piece = new();
    private readonly SentBytes sent;
    private readonly PacedClient client;

    public PacedClientTests()
    {
        sent = new SentBytes(line, time);
        client = NewClient();
    }

    [Fact]
    public async Task The_first_write_waits_for_the_customer_because_it_starts_the_answer()
    {
        var first = WriteAsync(new byte[1]);
        Assert.False(first.IsCompleted);

        await line.TakeAsync();
        await Soon.Within(first);
    }

    [Fact]
    public async Task Every_other_write_gives_the_buffer_back_at_once_and_the_next_read_waits_in_its_place()
    {
        await BeginAsync();

        var buffer = "MZ"u8.ToArray();
        Assert.True(WriteAsync(buffer).IsCompletedSuccessfully);
        buffer.AsSpan().Clear();
        var next = ReadAsync(0);
        Assert.False(next.IsCompleted);

        Assert.Equal("MZ"u8.ToArray(), await line.TakeAsync());
        await Soon.Within(next);
    }

    [Fact]
    public async Task What_the_customer_has_not_taken_counts_neither_as_sent_nor_as_a_move()
    {
        var first = WriteAsync(new byte[1]);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((0, TimeSpan.FromMinutes(1)), (sent.Count, sent.StoodStill));

        await line.TakeAsync();
        await Soon.Within(first);
        Assert.Equal((1, TimeSpan.Zero), (sent.Count, sent.StoodStill));
    }

    [Theory, InlineData(1, 64), InlineData(64, 64), InlineData(65, 31), InlineData(128, 16), InlineData(500, 8), InlineData(5000, 8)]
    public async Task The_more_downloads_there_are_the_smaller_is_what_waits_for_each(int downloads, int kilobytes)
    {
        var others = Enumerable.Range(1, downloads - 1).Select(_ => NewClient()).ToList();

        Assert.Equal(kilobytes, await ReadAsync(CopierBuffer) / 1024);

        others.ForEach(one => one.Dispose());
        others.ForEach(one => one.Dispose());
        Assert.Equal(CopierBuffer, await ReadAsync(CopierBuffer));
    }

    [Fact]
    public async Task A_large_piece_lies_in_one_block_of_memory()
    {
        await BeginAsync();
        await WriteAsync(new byte[CopierBuffer]);

        Assert.True(await line.IsInOneBlockAsync());
    }

    [Theory, InlineData(64, true), InlineData(65, false)]
    public async Task The_copier_keeps_its_buffer_while_it_waits_for_the_appliance_only_where_few_download(int downloads, bool keeps)
    {
        for (var others = 2; others < downloads; others++)
        {
            _ = NewClient();
        }

        await using var silent = new PacedClient(new Pipe().Reader.AsStream(), sent, piece);

        Assert.Equal(keeps, silent.ReadAsync(Memory<byte>.Empty, TestContext.Current.CancellationToken).AsTask().IsCompleted);
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await sent.DisposeAsync();
        await line.CompleteAsync();
    }

    private PacedClient NewClient() => new(new MemoryStream(new byte[1024 * 1024]), sent, piece);

    private Task WriteAsync(byte[] bytes) => sent.WriteAsync(bytes, TestContext.Current.CancellationToken).AsTask();

    private Task<int> ReadAsync(int bytes) => client.ReadAsync(new byte[bytes], TestContext.Current.CancellationToken).AsTask();

    private async Task BeginAsync()
    {
        var first = WriteAsync(new byte[1]);
        await line.TakeAsync();
        await Soon.Within(first);
    }

    /// <summary>Has room for nothing while something waits.</summary>
    private sealed class Line : IHttpResponseBodyFeature
    {
        private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1, useSynchronizationContext: false));

        public Stream Stream => pipe.Writer.AsStream();

        public PipeWriter Writer => pipe.Writer;

        public async Task<byte[]> TakeAsync()
        {
            var read = await Soon.Within(pipe.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask());
            var bytes = read.Buffer.ToArray();
            pipe.Reader.AdvanceTo(read.Buffer.End);
            return bytes;
        }

        public async Task<bool> IsInOneBlockAsync()
        {
            var read = await Soon.Within(pipe.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask());
            var isOne = read.Buffer.IsSingleSegment;
            pipe.Reader.AdvanceTo(read.Buffer.End);
            return isOne;
        }

        public void DisableBuffering()
        {
            // There is none.
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public async Task CompleteAsync() => await pipe.Reader.CompleteAsync();
    }
}
