using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.DeploymentTests.Infrastructure;

/// <summary>Two portals, one before an appliance that does what a test says and one before a simulated one, each behind every proxy.</summary>
public sealed class IngressStand : IAsyncLifetime
{
    /// <summary>A customer's address, so that it differs from the proxy's.</summary>
    public const string Customer = "127.0.0.9";

    // The proxy alone: a whole network would trust the customer's address as well.
    private static readonly (string, string) TrustsProxy = ("Portal:TrustedProxies:0", "127.0.0.1/32");

    private readonly Dictionary<string, (IngressProxy Raw, IngressProxy Simulated)> proxies = [];
    private readonly List<HttpClient> customers = [];
    private Portal raw = null!;
    private Portal simulated = null!;

    public static TheoryData<string> Kinds { get; } = ["nginx", "haproxy", "caddy"];

    public RawAppliance Appliance { get; } = RawAppliance.Saying("");

    public Stand Simulation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Simulation = await Tests.Infrastructure.Simulated.StartAsync();
        raw = Appliance.StartPortal(TrustsProxy, ("Portal:Sites:a:Hosts:0", "other.example"), ("Portal:Sites:a:Name", "Other site"));
        simulated = await Portal.Before(Simulation, TrustsProxy, ("Appliance:DirectoryRefresh", "00:00:01")).WithDirectoryAsync();
        foreach (var kind in Kinds.Select(row => row.Data))
        {
            proxies[kind] = (await IngressProxy.StartAsync(kind, raw.Url), await IngressProxy.StartAsync(kind, simulated.Url));
        }
    }

    /// <summary>What the proxy before the raw appliance's portal logged.</summary>
    public string LoggedBy(string kind) => proxies[kind].Raw.Logged;

    /// <summary>A customer of the portal before the raw appliance.</summary>
    public HttpClient Before(string kind) => CustomerOf(proxies[kind].Raw);

    /// <summary>A customer of the portal before the simulated appliance.</summary>
    public HttpClient BeforeSimulated(string kind) => CustomerOf(proxies[kind].Simulated);

    public HttpClient CustomerOf(IngressProxy proxy)
    {
        var customer = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectCallback = ConnectAsync }) { BaseAddress = proxy.Url };
        customers.Add(customer);
        return customer;
    }

    public async ValueTask DisposeAsync()
    {
        customers.ForEach(customer => customer.Dispose());
        foreach (var (before, beforeSimulated) in proxies.Values)
        {
            await before.DisposeAsync();
            await beforeSimulated.DisposeAsync();
        }

        await raw.DisposeAsync();
        await simulated.DisposeAsync();
        await Appliance.DisposeAsync();
        await Simulation.DisposeAsync();
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(IPAddress.Parse(Customer), 0));
        await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
