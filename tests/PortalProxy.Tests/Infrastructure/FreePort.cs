using System.Net;
using System.Net.Sockets;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>Ports for what must be told its port. Below those that systems hand out by themselves, so that nobody takes one in between.</summary>
public static class FreePort
{
    private const int First = 21000;
    private static int last = First + Environment.ProcessId % 5000;

    public static int Next()
    {
        while (true)
        {
            var port = Interlocked.Increment(ref last);
            try
            {
                using var probe = new TcpListener(IPAddress.IPv6Any, port);
                probe.Server.DualMode = true;
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
