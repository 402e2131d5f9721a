using System.Text;
using FluentValidation;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace PortalProxy.Connector;

/// <summary>The connector route on YARP, under every name that links in the wild use.</summary>
public static class ConnectorRoute
{
    public const string Path = "/download_customer_connector.ns";

    private const string Cluster = "appliance";

    private static readonly string[] Paths =
    [
        Path,
        "/api/start_session",
        "/api/start_session.ns",
        "/download_client_connector",
        "/download_client_connector.ns",
    ];

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    public static IServiceCollection AddConnector(this IServiceCollection services, ApplianceOptions options)
    {
        services.AddSingleton<ConnectorDialect>(options.SessionApi == SessionApi.StartSession
            ? new StartSessionDialect(options)
            : new DownloadCustomerConnectorDialect(options));
        services.AddSingleton<SiteRulesTable>();
        services.AddScoped(request => request.GetRequiredService<SiteRulesTable>().Of(request.GetRequiredService<PublicSite>()));
        services.AddScoped(request => request.GetRequiredService<SiteRules>().Names);
        services.AddScoped(request => request.GetRequiredService<SiteRules>().Formats);
        services.AddScoped<IValidator<ConnectorFields>>(request => request.GetRequiredService<SiteRules>().Validator);
        services.AddScoped<ConnectorFieldsReader>();
        services.AddScoped<ConnectorIntake>();
        services.AddSingleton<RepresentativeAuthority>();
        services.AddSingleton<IForwarderHttpClientFactory, ApplianceHttpClientFactory>();
        services.AddReverseProxy()
            .LoadFromMemory([.. Paths.Select(ToRoute)], [ToCluster(options)])
            .AddTransforms<ApplianceTransforms>();
        return services;
    }

    public static void MapConnector(this IEndpointRouteBuilder app) =>
        app.MapReverseProxy(proxy => proxy.UseMiddleware<ConnectorDoor>());

    private static RouteConfig ToRoute(string path) => new()
    {
        RouteId = path,
        ClusterId = Cluster,
        Match = new RouteMatch { Path = path, Methods = Methods },
    };

    private static ClusterConfig ToCluster(ApplianceOptions options) => new()
    {
        ClusterId = Cluster,
        Destinations = new Dictionary<string, DestinationConfig>
        {
            ["primary"] = new() { Address = options.BaseUrl.AbsoluteUri },
        },
        HttpClient = new HttpClientConfig
        {
            // Header bytes that are not ASCII pass as they are, both ways; otherwise one such byte would cost the whole download.
            RequestHeaderEncoding = Encoding.Latin1.WebName,
            ResponseHeaderEncoding = Encoding.Latin1.WebName,
        },
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = options.IdleTimeout, AllowResponseBuffering = false },
    };
}
