using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Forwarding;
using PortalProxy.Connector.Reading;
using PortalProxy.Connector.Rules;
using FluentValidation;
using PortalProxy.Appliance;
using PortalProxy.Connector.Downloads;
using PortalProxy.PublicSites;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;

namespace PortalProxy.Connector;

/// <summary>The connector route on YARP, under every name that links in the wild use.</summary>
public static class ConnectorRoute
{
    public const string Path = "/download_customer_connector.ns";

    /// <summary>All names of the one door; the appliance may redirect among them too.</summary>
    internal static readonly string[] Paths =
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
        ValidatorOptions.Global.LanguageManager = new OwnMessages();
        services.AddSingleton(ConnectorDialect.Of(options));
        services.AddSingleton<SiteRulesTable>();
        services.AddScoped(request => request.GetRequiredService<SiteRulesTable>().Of(request.GetRequiredService<PublicSite>()));
        services.AddScoped(request => request.GetRequiredService<SiteRules>().Names);
        services.AddScoped(request => request.GetRequiredService<SiteRules>().Formats);
        services.AddScoped<IValidator<ConnectorFields>>(request => request.GetRequiredService<SiteRules>().Validator);
        services.AddScoped<ConnectorFieldsReader>();
        services.AddScoped<ConnectorIntake>();
        services.AddScoped<RepresentativeAuthority>();
        services.AddSingleton<ConnectorMetrics>();
        services.AddSingleton<DownloadsInMemory>();
        services.AddSingleton<IDownloadStates, SharedDownloads>();
        services.AddSingleton<PieceSize>();
        services.AddSingleton<IForwarderHttpClientFactory, ApplianceHttpClientFactory>();
        services.AddSingleton<IActiveHealthCheckPolicy, ProbedHealth>();
        services.AddSingleton<IPassiveHealthCheckPolicy, ObservedHealth>();
        services.AddReverseProxy()
            .LoadFromMemory([.. Paths.Select(ToRoute)], [ApplianceCluster.Of(options)])
            .AddTransforms<ApplianceTransforms>();
        return services;
    }

    public static void MapConnector(this IEndpointRouteBuilder app) =>
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<ConnectorDoor>();
            proxy.UseMiddleware<Redirects>();
            proxy.UseMiddleware<Failover>();
        });

    private static RouteConfig ToRoute(string path) => new()
    {
        RouteId = path,
        ClusterId = ApplianceCluster.Id,
        Match = new RouteMatch { Path = path, Methods = Methods },
    };
}
