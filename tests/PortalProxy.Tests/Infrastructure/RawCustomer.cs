using System.Net.Sockets;
using System.Text;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>A customer on a bare socket: sends what no browser would, reads when the test wants, leaves without a word.</summary>
public sealed class RawCustomer : IDisposable
{
    private readonly Socket socket;
    private readonly NetworkStream stream;

    private RawCustomer(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <param name="portal">Whom to ask.</param>
    /// <param name="request">The whole request, one character per byte.</param>
    /// <param name="receiveBuffer">How much the kernel may take in for a customer who does not read; 0: its own choice.</param>
    public static async Task<RawCustomer> AskAsync(Portal portal, string request, int receiveBuffer = 0)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
            socket.ReceiveBufferSize = receiveBuffer;
        await socket.ConnectAsync("127.0.0.1", portal.Url.Port, TestContext.Current.CancellationToken);
        var customer = new RawCustomer(socket);
        await customer.stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        return customer;
    }

    public static Task<RawCustomer> GetAsync(Portal portal, string target, int receiveBuffer = 0) =>
        AskAsync(portal, $"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n", receiveBuffer);

    /// <summary>Sends more, one character per byte.</summary>
    public Task SendAsync(string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken).AsTask();

    /// <summary>Status line and headers, one character per byte; leaves the body unread.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await Soon.Within(stream.ReadExactlyAsync(one, TestContext.Current.CancellationToken).AsTask());
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    /// <summary>Fills the whole buffer.</summary>
    public Task ReadAsync(Memory<byte> buffer) =>
        Soon.Within(stream.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken).AsTask());

    /// <summary>Everything up to the end of the connection, one character per byte.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var rest = new MemoryStream();
        await Soon.Within(stream.CopyToAsync(rest, TestContext.Current.CancellationToken));
        return Encoding.Latin1.GetString(rest.ToArray());
    }

    /// <summary>Leaves as a closed browser tab does.</summary>
    public void Leave()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose() => stream.Dispose();
}
