namespace PortalProxy.Appliance;

/// <summary>What this room offers to the others: the directory.</summary>
public static class ApplianceRegistration
{
    // Longer than a page ever waits: a slow answer still refreshes the directory for those who come later.
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddAppliance(this IServiceCollection services)
    {
        services.AddHttpClient<CommandApi>(http => http.Timeout = CommandTimeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ActivityHeadersPropagator = null,
                ConnectTimeout = TimeSpan.FromSeconds(5),
            });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ApplianceAddresses>();
        return services.AddSingleton<SupportDirectory>();
    }
}
