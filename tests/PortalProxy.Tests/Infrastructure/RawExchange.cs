using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>One request that reached a <see cref="RawAppliance"/>, and the connection on which to answer it.</summary>
public sealed class RawExchange(Stream stream, string head, CancellationToken stopping)
{
    private const int LooksAtStandstill = 10;

    private long sent;

    /// <summary>Request line and headers, one character per byte, up to and with the empty line; and the body, where there is one.</summary>
    public string Head { get; } = head;

    public string Target => Head.Split(' ')[1];

    /// <summary>Bytes that the connection has taken so far.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Names of the headers in their order.</summary>
    public IReadOnlyList<string> HeaderNames =>
        [.. Head.Split("\r\n").Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(':')[0])];

    /// <summary>A header's value, as sent; null where there is none.</summary>
    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>The body, as long as the head says, one character per byte.</summary>
    public async Task<string> ReadBodyAsync()
    {
        var body = new StringBuilder(Head[(Head.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        var length = int.Parse(Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        var buffer = new byte[64 * 1024];
        while (body.Length < length)
        {
            var count = await stream.ReadAsync(buffer, stopping);
            if (count == 0)
                throw new IOException("The connection ended within a body.");
            body.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return body.ToString();
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(bytes, stopping);
        Interlocked.Add(ref sent, bytes.Length);
    }

    /// <summary>Sends a beginning, then a piece every 20 milliseconds for as long as the test runs or the other side listens.</summary>
    public async Task DripAsync(string begin, string piece)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await SendAsync(begin);
        while (await ticks.WaitForNextTickAsync(stopping))
        {
            await SendAsync(piece);
        }
    }

    /// <summary>Sends again and again, until the other side has gone.</summary>
    public async Task SendUntilGoneAsync(ReadOnlyMemory<byte> piece)
    {
        try
        {
            while (true)
                await SendAsync(piece);
        }
        catch (IOException failure) when (failure.InnerException is SocketException)
        {
            // Gone, which is what was waited for.
        }
    }

    /// <summary>Returns when nothing that is sent moves any more: every buffer on the way is full.</summary>
    public async Task WaitUntilFullAsync()
    {
        var (before, looks) = (0L, 0);
        await Poll.UntilAsync(
            () =>
            {
                looks = Sent > 0 && Sent == before ? looks + 1 : 0;
                before = Sent;
                return looks == LooksAtStandstill;
            },
            "nothing moves any more");
    }

    /// <summary>Sends nothing and returns when the other side has closed the connection.</summary>
    public async Task WaitUntilGoneAsync()
    {
        try
        {
            while (await stream.ReadAsync(new byte[1], stopping) > 0)
            {
                // Whatever else is said, the connection still stands.
            }
        }
        catch (IOException failure) when (failure.InnerException is SocketException)
        {
            // A reset is an end as well.
        }
    }
}
