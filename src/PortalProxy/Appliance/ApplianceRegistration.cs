using Microsoft.Extensions.Logging.Abstractions;
using Polly.Telemetry;
using PortalProxy.Appliance.Authentication;
using PortalProxy.Appliance.Connection;

namespace PortalProxy.Appliance;

/// <summary>What this room offers to the others: the directory, and connections to the appliance.</summary>
public static class ApplianceRegistration
{
    private const int LongestAnswer = 8 * 1024 * 1024;
    private const int LongestToken = 64 * 1024;

    public static IServiceCollection AddAppliance(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ApplianceAddresses>();
        services.AddSingleton(provider => Redaction.Of(provider.GetRequiredService<ApplianceOptions>()));
        services.AddSingleton<ApplianceState>();
        services.AddSingleton<ServerCertificates>();
        services.AddSingleton<ApplianceConnections>();
        services.AddSingleton<TokenAllowance>();
        services.AddSingleton<AccountTokens>();
        services.AddSingleton<SupportDirectory>();
        services.AddHostedService<ApplianceMetrics>();

        // From the outside in: repeats count what came of all addresses, and each address has a token of its own.
        services.AddTransient<CommandFailover>().AddTransient<BearerToken>();
        var commands = services.AddClient<CommandApi>(LongestAnswer);
        commands.AddResilienceHandler(
            "command",
            (pipeline, context) => CommandResilience.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>()));
        commands.AddHttpMessageHandler<CommandFailover>().AddHttpMessageHandler<BearerToken>();

        // Not repeated: an answer that got lost may have made a token.
        services.AddClient<TokenEndpoint>(LongestToken);

        // What failed is logged where it is known what was asked for.
        return services.PostConfigure<TelemetryOptions>(telemetry => telemetry.LoggerFactory = NullLoggerFactory.Instance);
    }

    /// <summary>One word for health checks: whether the appliance answered last.</summary>
    public static string StateOf(IServiceProvider services) => services.GetRequiredService<ApplianceState>().ToString();

    private static IHttpClientBuilder AddClient<T>(this IServiceCollection services, int longestAnswer)
        where T : class => services
        .AddHttpClient<T>((provider, http) =>
        {
            http.Timeout = provider.GetRequiredService<ApplianceOptions>().CommandTimeout;
            http.MaxResponseContentBufferSize = longestAnswer;
        })
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(provider => new ObservedAnswers(
            new ConnectDeadline(provider.GetRequiredService<ApplianceConnections>().ForCommands()), provider.GetRequiredService<ApplianceState>()));
}
