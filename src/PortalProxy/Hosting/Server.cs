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

    public static void AddServer(this WebApplicationBuilder builder, ServerOptions options)
    {
        // A service that waits for the first request to say what it lacks would say it to a customer.
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.Services.AddSingleton<Drain>().AddHostedService(services => services.GetRequiredService<Drain>());

        // The host's time-out begins with the signal, so the drain counts in.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainDelay + options.ShutdownTimeout);
        builder.WebHost.ConfigureKestrel(Configure);
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = LongestRequest;
        kestrel.Limits.MaxRequestBodySize = 2 * LongestRequest;

        // A customer on a bad line reads slowly; the download's idle time-out stands in this one's place.
        kestrel.Limits.MinResponseDataRate = null;

        // An appliance's file name and a customer's User-Agent may hold bytes that are not ASCII; Latin-1 keeps them as they are.
        kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
    }
}
