using System.Net;
using Microsoft.AspNetCore.HostFiltering;

namespace PortalProxy.Hosting;

/// <summary>Takes the customer's address, scheme and host from listed proxies, and says once when others send them.</summary>
public static partial class ProxyHeaders
{
    private const string For = "X-Forwarded-For";

    private static readonly string[] Companions = ["X-Forwarded-Proto", "X-Forwarded-Host"];

    public static void UseProxyHeaders(this WebApplication app, TrustedProxies trusted)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProxyHeaders));
        var hosts = (app.Configuration["AllowedHosts"] ?? "*").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (app.Environment.IsProduction() && (hosts.Length == 0 || hosts.Contains("*")))
        {
            Log.AnyHost(logger);
        }

        var isSaid = 0;
        app.Use((context, next) =>
        {
            var headers = context.Request.Headers;
            if (headers.ContainsKey(For) && !trusted.Include(context.Connection.RemoteIpAddress) && Interlocked.Exchange(ref isSaid, 1) == 0)
            {
                Log.Unlisted(logger);
            }

            DropUneven(headers);
            return next(context);
        });
        app.UseForwardedHeaders(trusted.ToOptions(hosts));
    }

    /// <summary>
    /// The framework would refuse a host ahead of the whole pipeline, and such an answer would have none of the portal's headers. Its
    /// filter stands in the pipeline instead (<c>UseHostFiltering</c>), below the headers and the log; the answer is nothing but 400.
    /// </summary>
    public static IServiceCollection AddHostFilter(this IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ImplementationType?.Name == "HostFilteringStartupFilter"));
        return services.Configure<HostFilteringOptions>(filter => filter.IncludeFailureMessage = false);
    }

    // A proxy adds to its own list what it adds to the other. One value alone is the last proxy's, as most of them send it; any
    // other number was partly written by the customer, and nobody can tell which part.
    private static void DropUneven(IHeaderDictionary headers)
    {
        var hops = headers.GetCommaSeparatedValues(For).Length;
        foreach (var name in Companions)
        {
            if (headers.GetCommaSeparatedValues(name).Length is > 1 and var count && count != hops)
            {
                headers.Remove(name);
            }
        }
    }

    private static bool Include(this TrustedProxies trusted, IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && trusted.Networks.Any(network => network.Contains(plain));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Forwarded headers came from an address that Portal:TrustedProxies does not list, and are ignored: all customers behind that proxy count as one client. Add the proxy's network, unless a customer made them up.")]
        public static partial void Unlisted(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "AllowedHosts lets any Host through. Set it to the portal's own names: help.example.com;localhost.")]
        public static partial void AnyHost(ILogger logger);
    }
}
