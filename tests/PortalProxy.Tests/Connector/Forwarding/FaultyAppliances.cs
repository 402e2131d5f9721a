using System.Net;
using System.Net.Sockets;
using PortalProxy.Appliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Appliances that can't be reached, or are there and let the customer down; portals before them, shared by the tests of one class.</summary>
public sealed class FaultyAppliances : IAsyncDisposable
{
    /// <summary>Answer and connect time-out, where only these end the wait.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(string Address, SessionApi Dialect, bool IsSlow), Portal> portals = [];
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

    internal Portal Before(UpstreamFault fault, SessionApi dialect)
    {
        raw.Answer = fault.Answer;
        return Before(raw.Url.AbsoluteUri, dialect, fault.IsSlow);
    }

    public Portal Before(string address, SessionApi dialect, bool isSlow)
    {
        if (!portals.TryGetValue((address, dialect, isSlow), out var portal))
        {
            (string, string)[] limits = isSlow ? [("Appliance:AnswerTimeout", $"{Limit:c}"), ("Appliance:ConnectTimeout", $"{Limit:c}")] : [];
            portals[(address, dialect, isSlow)] = portal = Portal.Start(
                [("Appliance:BaseUrl", address), ("Appliance:SessionApi", dialect.ToString()), ("Serilog:MinimumLevel", "Verbose"), .. limits]);
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
