using StackExchange.Redis;

namespace PortalProxy.Redis;

/// <summary>
/// The Redis of all replicas, as far as it is there. Nothing here throws because it is not: whoever asks goes on alone. The log
/// says once that it is gone, and once that it is back.
/// </summary>
public sealed partial class SharedRedis(RedisOptions options, TimeProvider time, ILogger<SharedRedis> logger) : IHostedService, IAsyncDisposable
{
    /// <summary>Redis answers within a millisecond; what takes longer than this is as good as gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>After a failure nobody waits for the next one.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private ConnectionMultiplexer? connection;
    private long restUntil;
    private int isLost;

    public bool IsUsed => options.Connection is not null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Connection is not null)
        {
            connection = await ConnectionMultiplexer.ConnectAsync(options.Connection);
            if (!connection.IsConnected)
            {
                Lose("no connection");
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <returns>What Redis answered; null where it can't be had now.</returns>
    public async ValueTask<T?> AskAsync<T>(Func<IDatabase, Task<T>> ask)
        where T : struct
    {
        if (connection is null || time.GetTimestamp() < Interlocked.Read(ref restUntil))
        {
            return null;
        }

        if (!connection.IsConnected)
        {
            Lose("no connection");
            return null;
        }

        try
        {
            var answer = await ask(connection.GetDatabase()).WaitAsync(Patience);
            Find();
            return answer;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            Lose(failure.GetType().Name);
            return null;
        }
    }

    /// <summary>Hears what is published on a channel until the result is disposed; nothing where Redis can't be had now.</summary>
    public async Task<IAsyncDisposable?> ListenAsync(string channel, Action<string> hear)
    {
        var name = RedisChannel.Literal(channel);
        void Hear(RedisChannel from, RedisValue text) => hear(text.ToString());
        if (connection?.GetSubscriber() is not { } subscriber
            || await AskAsync(async _ => await SubscribeAsync(subscriber, name, Hear)) is null)
        {
            return null;
        }

        return new Listening(this, subscriber, name, Hear);
    }

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? default;

    private static async Task<bool> SubscribeAsync(ISubscriber subscriber, RedisChannel name, Action<RedisChannel, RedisValue> hear)
    {
        await subscriber.SubscribeAsync(name, hear);
        return true;
    }

    private void Lose(string cause)
    {
        Interlocked.Exchange(ref restUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
        if (Interlocked.Exchange(ref isLost, 1) == 0)
        {
            Log.Lost(logger, cause);
        }
    }

    private void Find()
    {
        if (Volatile.Read(ref isLost) == 1 && Interlocked.Exchange(ref isLost, 0) == 1)
        {
            Log.Found(logger);
        }
    }

    private sealed class Listening(SharedRedis owner, ISubscriber subscriber, RedisChannel name, Action<RedisChannel, RedisValue> hear) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await owner.AskAsync(async _ =>
        {
            await subscriber.UnsubscribeAsync(name, hear);
            return true;
        });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Redis is out of reach ({Cause}). Until it is back, limits count for this replica alone, and start pages hear of its own downloads only.")]
        public static partial void Lost(ILogger logger, string cause);

        [LoggerMessage(2, LogLevel.Information, "Redis is back. Limits and the states of downloads are shared again.")]
        public static partial void Found(ILogger logger);
    }
}
