using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PortalProxy.Hosting;

/// <summary>Kestrel's side of the portal.</summary>
public static class Server
{
    /// <summary>
    /// Room for the longest request that the rules allow (some 2,350 code points in the longest fields, four bytes each, three
    /// characters a byte when percent-encoded), and for fields that the portal ignores.
    /// </summary>
    private const int LongestRequest = 48 * 1024;

    /// <summary>Browsers behind proxies send some 2 KB in some 30 headers; a company's single sign-on may add a large one.</summary>
    private const int LongestHeaders = 32 * 1024;

    private const int MostHeaders = 100;

    /// <summary>What waits in memory for a customer who takes no more just now; there may be hundreds of them.</summary>
    private const int WaitingResponse = 16 * 1024;

    /// <summary>Each holds some ten KB while it is idle. Open pages keep one, downloads another; an attacker keeps as many as there are.</summary>
    private const int MostConnections = 20_000;

    /// <summary>Headers fit into one or two packets: whoever takes this long wants to occupy a connection.</summary>
    private static readonly TimeSpan HeaderTime = TimeSpan.FromSeconds(10);

    /// <summary>Longer than proxies keep an idle connection (60 s is usual): else they send into one that is being closed.</summary>
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(130);

    /// <summary>Bytes a second, after five seconds of grace: below the slowest telephone line.</summary>
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static void AddServer(this WebApplicationBuilder builder, ServerOptions options, HealthWords health)
    {
        // A service that waits for the first request to say what it lacks would say it to a customer.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.Services.AddHostFilter();
        builder.Services.AddSingleton(health).AddHostedService<ManagementServer>();
        builder.Services.AddSingleton<Drain>().AddHostedService(services => services.GetRequiredService<Drain>());

        // The host's time-out begins with the signal, so the drain counts in.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainDelay + options.ShutdownTimeout);
        builder.WebHost.ConfigureKestrel(Configure);

        // The limit of this name in KestrelServerLimits holds for encrypted connections only.
        builder.WebHost.UseSockets(sockets => sockets.MaxWriteBufferSize = WaitingResponse);
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequest;
        kestrel.Limits.MaxRequestBodySize = 2 * LongestRequest;
        kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders;
        kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
        kestrel.Limits.RequestHeadersTimeout = HeaderTime;
        kestrel.Limits.KeepAliveTimeout = IdleConnection;
        kestrel.Limits.MinRequestBodyDataRate = SlowestBody;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = 0;

        // A customer on a bad line reads slowly; the download's idle time-out stands in this one's place.
        kestrel.Limits.MinResponseDataRate = null;

        // An appliance's file name may hold bytes that are not ASCII; Latin-1 keeps them as they are.
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        Framing.Configure(kestrel);
    }
}
