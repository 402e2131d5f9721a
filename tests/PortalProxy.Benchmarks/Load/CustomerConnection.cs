using System.Net.Sockets;
using System.Text;

namespace PortalProxy.Benchmarks.Load;

/// <summary>
/// One customer's connection, blocking and on a bare socket, so that the load costs as little as it can. The kernel throws bodies
/// away without copying them (MSG_TRUNC, tcp(7)): a customer's own work is on the customer's machine.
/// </summary>
internal sealed class CustomerConnection : IDisposable
{
    private const int BufferBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly byte[] buffer = new byte[BufferBytes];
    private readonly Socket socket;
    private readonly int port;

    /// <param name="port">Of 127.0.0.1.</param>
    /// <param name="receiveBytes">The kernel's buffer; 0 leaves it to the kernel.</param>
    public CustomerConnection(int port, int receiveBytes = 0)
    {
        this.port = port;
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
        };
        if (receiveBytes > 0)
        {
            socket.ReceiveBufferSize = receiveBytes;
        }

        socket.Connect("127.0.0.1", port);
    }

    public Socket Socket => socket;

    /// <summary>Sends a GET and reads the answer's headers.</summary>
    /// <returns>The status, the body's length where it is stated, and how much of it has been read with the headers.</returns>
    public AnswerHead Ask(string path)
    {
        socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64)\r\n\r\n"));
        var filled = 0;
        int end;
        do
        {
            var received = socket.Receive(buffer.AsSpan(filled));
            filled += received > 0 ? received : throw new IOException($"{path}: the connection ended before the headers did.");
            end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }
        while (end < 0);
        return AnswerHead.Read(buffer.AsSpan(0, end), filled - end - 4);
    }

    /// <summary>Asks and throws the body away.</summary>
    /// <returns>The bytes of the body.</returns>
    /// <exception cref="IOException">The status is not 200, the length is not stated, or the body ended early.</exception>
    public long Download(string path, Action<int>? moved = null)
    {
        var head = Ask(path).Good(path);
        moved?.Invoke(head.BodyBytesRead);
        for (var left = head.Length - head.BodyBytesRead; left > 0;)
        {
            var received = socket.Receive(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)), SocketFlags.Truncated);
            left -= received > 0 ? received : throw new IOException($"{path}: the body ended {left} bytes early.");
            moved?.Invoke(received);
        }

        return head.Length;
    }

    /// <summary>Asks and keeps the body.</summary>
    public byte[] Read(string path)
    {
        var head = Ask(path).Good(path);
        var body = new byte[head.Length];
        var end = buffer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        buffer.AsSpan(end, head.BodyBytesRead).CopyTo(body);
        for (var filled = head.BodyBytesRead; filled < body.Length;)
        {
            var received = socket.Receive(body.AsSpan(filled));
            filled += received > 0 ? received : throw new IOException($"{path}: the body ended early.");
        }

        return body;
    }

    public void Dispose() => socket.Dispose();
}
