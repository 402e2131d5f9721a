using System.Runtime.CompilerServices;
using PortalProxy.Redis;
using StackExchange.Redis;

namespace PortalProxy.Connector.Downloads;

/// <summary>The states of the downloads of all replicas: this one's own from memory, the others' through Redis.</summary>
public sealed class SharedDownloads(DownloadsInMemory own, SharedRedis redis) : IDownloadStates
{
    private const string Prefix = "portalproxy:download:";

    // Tells this replica's own messages from the others': what it says itself it has in memory, and fresher.
    private readonly string replica = Guid.NewGuid().ToString("N");

    public void Report(DownloadId id, DownloadState state)
    {
        own.Report(id, state);

        // Not awaited: a download does not wait for somebody else to hear of it. What it starts never throws.
        _ = redis.AskAsync(async database =>
        {
            var message = $"{replica} {state}";
            var kept = database.StringSetAsync(Prefix + id, message, DownloadsInMemory.Kept);
            await database.PublishAsync(RedisChannel.Literal(Prefix + id), message);
            return await kept;
        }).AsTask();
    }

    public async IAsyncEnumerable<DownloadState> FollowAsync(DownloadId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var expected = own.Expect(id);
        await using var listening = await redis.ListenAsync(Prefix + id, message => Hear(id, message));
        if (await redis.AskAsync(database => database.StringGetAsync(Prefix + id)) is { HasValue: true } kept)
        {
            Hear(id, kept.ToString());
        }

        await foreach (var state in own.FollowAsync(id, cancellationToken))
        {
            yield return state;
        }
    }

    private void Hear(DownloadId id, string message)
    {
        if (message.Split(' ') is [var from, var text] && from != replica && Enum.TryParse<DownloadState>(text, out var state))
        {
            own.Hear(id, state);
        }
    }
}
