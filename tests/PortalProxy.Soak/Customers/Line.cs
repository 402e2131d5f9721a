using System.Net.Sockets;

namespace PortalProxy.Soak.Customers;

/// <summary>A customer's own connections: none is shared with another customer, and the kernel takes little in for who does not read.</summary>
internal static class Line
{
    private const int ReceiveBuffer = 64 * 1024;

    public static SocketsHttpHandler Open() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseDrainSize = 0, // Whoever leaves closes the connection at once, as a closed tab does.
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = ReceiveBuffer };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
