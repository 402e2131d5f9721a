using PortalProxy.Redis;

namespace PortalProxy.Limits;

/// <summary>Registers the limits; <see cref="RateLimits"/> comes from the settings.</summary>
public static class LimitRegistration
{
    public static IServiceCollection AddLimits(this IServiceCollection services) => services
        .AddSingleton<LimitReport>()
        .AddSingleton<LocalWindows>()
        .AddSingleton<RedisWindows>()
        .AddSingleton<SharedWindows>()
        .AddSingleton<IWindows>(services => services.GetRequiredService<SharedRedis>().IsUsed
            ? services.GetRequiredService<SharedWindows>()
            : services.GetRequiredService<LocalWindows>())
        .AddSingleton<KeyTries>()
        .AddSingleton<RequestRates>()
        .AddSingleton<DownloadSlots>();
}
