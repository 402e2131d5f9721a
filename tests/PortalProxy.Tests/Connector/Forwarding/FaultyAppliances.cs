using System.Net;
using System.Net.Sockets;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Appliances that can't be reached, or are there and let the customer down; portals before them, shared by the tests of one class.</summary>
public sealed class FaultyAppliances : IAsyncDisposable
{
    private readonly Dictionary<(string Address, SessionApi Dialect, string? TimeOut), Portal> portals = [];
    private readonly RawAppliance raw = RawAppliance.Saying("");
    private readonly Socket refusing = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly TcpListener silent = new(IPAddress.Loopback, 0);

    public FaultyAppliances()
    {
        refusing.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Bound and not listening: connections are refused.
        silent.Start();
    }

    /// <summary>Nobody listens.</summary>
    public string Refusing => $"http://127.0.0.1:{((IPEndPoint)refusing.LocalEndPoint!).Port}";

    /// <summary>Takes connections and never says hello.</summary>
    public string Silent => $"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";

    /// <param name="fault">What the appliance does.</param>
    /// <param name="dialect">The dialect that it is asked in.</param>
    /// <param name="address">Where it is; null: where it can be reached.</param>
    internal Portal Before(UpstreamFault fault, SessionApi dialect, string? address = null)
    {
        raw.Answer = fault.Answer;
        var key = (address ?? raw.Url.AbsoluteUri, dialect, fault.TimeOut);
        if (!portals.TryGetValue(key, out var portal))
        {
            portals[key] = portal = Portal.Start(
                [("Appliance:BaseUrl", key.Item1), ("Appliance:SessionApi", dialect.ToString()), ("Serilog:MinimumLevel", "Verbose"), .. fault.Settings]);
        }

        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in portals.Values)
        {
            await portal.DisposeAsync();
        }

        await raw.DisposeAsync();
        refusing.Dispose();
        silent.Dispose();
    }
}
