using System.Security.Cryptography;
using System.Text;
using PortalProxy.Settings;
using StackExchange.Redis;

namespace PortalProxy.Redis;

/// <summary>Where the replicas keep what they share: <c>ConnectionStrings:Redis</c>.</summary>
public sealed record RedisOptions
{
    private const string Key = "Redis";

    /// <summary>Null: every replica stands alone.</summary>
    public required ConfigurationOptions? Connection { get; init; }

    /// <summary>
    /// With what client addresses are hashed before they reach Redis. Made from what every replica has and a reader of Redis does
    /// not: the connection string and the secrets of the appliance's account. Four billion addresses are soon tried without it.
    /// </summary>
    public required ReadOnlyMemory<byte> HashKey { get; init; }

    /// <param name="connectionStrings">The section <c>ConnectionStrings</c>.</param>
    /// <param name="appliance">Its address and secrets, the same in every replica.</param>
    public static RedisOptions Read(SettingReader connectionStrings, params string?[] appliance)
    {
        // A secret: it may hold a password, and is never repeated.
        var text = connectionStrings.Secret(Key);
        return new()
        {
            Connection = text is null ? null : Parse(connectionStrings, text),
            HashKey = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ["PortalProxy", text, .. appliance]))),
        };
    }

    private static ConfigurationOptions? Parse(SettingReader connectionStrings, string text)
    {
        try
        {
            var options = ConfigurationOptions.Parse(text);
            if (options.EndPoints.Count > 0)
            {
                return AsPortalNeeds(options);
            }
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            // Its message may repeat the password; the mistake below says enough.
        }

        connectionStrings.Mistake(Key, "is no Redis connection string", "Write host:port, and what else is needed behind commas: redis:6379,password=…,ssl=true.");
        return null;
    }

    private static ConfigurationOptions AsPortalNeeds(ConfigurationOptions options)
    {
        // The portal starts and serves without Redis, and never lets a customer wait in a queue for it.
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = 2000;
        options.ReconnectRetryPolicy = new LinearRetry(1000);
        return options;
    }
}
