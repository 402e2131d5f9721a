namespace PortalProxy.Redis;

/// <summary>Registers the shared Redis; <see cref="RedisOptions"/> comes from the settings.</summary>
public static class RedisRegistration
{
    public static IServiceCollection AddRedis(this IServiceCollection services) => services
        .AddSingleton<SharedRedis>()
        .AddHostedService(provider => provider.GetRequiredService<SharedRedis>());
}
