using System.Diagnostics;
using System.Net.Sockets;

namespace PortalProxy.Benchmarks.Load;

/// <summary>Customers on slow lines: each takes so many bytes a second of its client, and no more.</summary>
internal sealed class SlowReaders : IDisposable
{
    // What a slow line holds; left to itself the kernel would take megabytes of each client in at once.
    private const int ReceiveBytes = 64 * 1024;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    private readonly List<Reader> readers = [];
    private readonly int bytesPerSecond;

    private sealed class Reader(CustomerConnection connection)
    {
        public CustomerConnection Connection { get; } = connection;

        public long Taken { get; set; }
    }

    private SlowReaders(int bytesPerSecond) => this.bytesPerSecond = bytesPerSecond;

    /// <summary>How many were answered with something else than a client.</summary>
    public int Refused { get; private set; }

    public int Count => readers.Count;

    /// <param name="ports">Each reader takes the next one in turn.</param>
    /// <param name="path">What they download.</param>
    /// <param name="count">How many.</param>
    /// <param name="bytesPerSecond">Of each.</param>
    public static SlowReaders Open(IReadOnlyList<int> ports, string path, int count, int bytesPerSecond)
    {
        var all = new SlowReaders(bytesPerSecond);
        for (var next = 0; next < count; next++)
        {
            var connection = new CustomerConnection(ports[next % ports.Count], ReceiveBytes);
            if (connection.Ask(path) is { Status: 200 } head)
            {
                all.readers.Add(new(connection) { Taken = head.BodyBytesRead });
                connection.Socket.Blocking = false;
            }
            else
            {
                connection.Dispose();
                all.Refused++;
            }
        }

        return all;
    }

    /// <summary>Reads for a time.</summary>
    /// <returns>What all took together, and the slowest one's share of what its line would have carried.</returns>
    public (long Bytes, double SlowestShare) Read(TimeSpan time)
    {
        var buffer = new byte[ReceiveBytes];
        var before = readers.ConvertAll(reader => reader.Taken);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            var due = (long)(watch.Elapsed.TotalSeconds * bytesPerSecond);
            for (var at = 0; at < readers.Count; at++)
            {
                Take(readers[at], before[at] + due, buffer);
            }

            Thread.Sleep(Beat);
        }

        var wanted = watch.Elapsed.TotalSeconds * bytesPerSecond;
        var taken = readers.Select((reader, at) => reader.Taken - before[at]).ToList();
        return (taken.Sum(), taken.Count == 0 ? 0 : taken.Min() / wanted);
    }

    public void Dispose() => readers.ForEach(reader => reader.Connection.Dispose());

    private static void Take(Reader reader, long until, byte[] buffer)
    {
        while (reader.Taken < until)
        {
            var wanted = (int)Math.Min(until - reader.Taken, buffer.Length);
            var received = reader.Connection.Socket.Receive(buffer.AsSpan(0, wanted), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                return;
            }

            reader.Taken += error == SocketError.Success && received > 0
                ? received
                : throw new IOException($"A slow download was cut after {reader.Taken} bytes: {error}.");
        }
    }
}
