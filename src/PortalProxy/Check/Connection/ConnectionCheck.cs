using System.Net;
using System.Net.Sockets;

namespace PortalProxy.Check.Connection;

/// <summary>Whether somebody listens at the appliance's port.</summary>
internal static class ConnectionCheck
{
    public const string Step = "connection";

    private const string Remedy = "Check that the appliance is up, the port in its address, and the firewalls between here and there.";

    public static async Task<Finding> AskAsync(IPAddress[] addresses, int port, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(addresses, port, deadline.Token);
            var reached = ((IPEndPoint)socket.RemoteEndPoint!).Address is { IsIPv4MappedToIPv6: true } mapped
                ? mapped.MapToIPv4()
                : ((IPEndPoint)socket.RemoteEndPoint).Address;
            return Finding.Ok(Step, $"port {port} of {reached} answers") with
            {
                Facts = new Dictionary<string, object?> { ["address"] = reached.ToString(), ["port"] = port },
            };
        }
        catch (SocketException failure)
        {
            return Finding.Failed(Step, $"port {port} can't be reached ({failure.SocketErrorCode})", Remedy);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Failed(Step, $"port {port} did not answer within {limit:c}", Remedy);
        }
    }
}
