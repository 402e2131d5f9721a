using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using ZiggyCreatures.Caching.Fusion;

namespace PortalProxy.Appliance;

/// <summary>
/// The portal's cached view of who is logged in and which issues there are. Fetched once however many ask, ahead of its
/// expiry while somebody asks, and not at all while nobody does; while the appliance fails, the last good one serves on.
/// </summary>
public sealed partial class SupportDirectory : IDisposable
{
    /// <summary>An unknown representative may just have logged in; asking again more often would let visitors drive the appliance.</summary>
    public static readonly TimeSpan ShortestTimeBetweenRefreshes = TimeSpan.FromSeconds(10);

    // No page waits longer for the appliance; whoever comes meanwhile gets the last directory, or none.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);
    private const string Key = "directory";

    private readonly CommandApi api;
    private readonly TimeProvider time;
    private readonly ILogger<SupportDirectory> logger;
    private readonly FusionCache cache;
    private readonly Lock refreshing = new();
    private readonly Lock fetching = new();
    private Task<DirectorySnapshot>? fetch;
    private volatile Loaded? last;
    private long lastRefresh = long.MinValue;
    private Task<DirectorySnapshot?> refresh = Task.FromResult<DirectorySnapshot?>(null);
    private string? trouble;

    public SupportDirectory(CommandApi api, ApplianceOptions options, TimeProvider time, ILogger<SupportDirectory> logger)
    {
        this.api = api;
        this.time = time;
        this.logger = logger;
        HasAccount = options.Credentials is not null;
        cache = new(
            new FusionCacheOptions
            {
                DefaultEntryOptions = new FusionCacheEntryOptions(options.DirectoryRefresh)
                    .SetFailSafe(isEnabled: true, options.DirectoryKept, PauseAfterFailure)
                    .SetEagerRefresh(0.8f),
            },
            logger: NullLogger<FusionCache>.Instance);
    }

    /// <summary>False: there is no command API account, and so there is never a directory.</summary>
    public bool HasAccount { get; }

    /// <summary>The last good directory and its age, for metrics; null where none was loaded yet. Asks nobody.</summary>
    public (DirectorySnapshot Snapshot, TimeSpan Age)? Last => last is { } one ? (one.Snapshot, time.GetElapsedTime(one.At)) : null;

    /// <returns>The directory; null where there is no account or it was never loaded.</returns>
    public ValueTask<DirectorySnapshot?> GetAsync(CancellationToken cancellationToken) => HasAccount
        ? cache.GetOrSetAsync<DirectorySnapshot?>(Key, (_, _) => FetchAsync(), failSafeDefaultValue: null, token: cancellationToken)
        : ValueTask.FromResult<DirectorySnapshot?>(null);

    /// <summary>Looks again for somebody the directory does not know; shared by all who wait, at most once in ten seconds.</summary>
    public async Task<DirectorySnapshot?> GetFreshAsync(CancellationToken cancellationToken)
    {
        Task<DirectorySnapshot?> running;
        lock (refreshing)
        {
            if (lastRefresh == long.MinValue || time.GetElapsedTime(lastRefresh) >= ShortestTimeBetweenRefreshes)
            {
                lastRefresh = time.GetTimestamp();
                refresh = RefreshAsync();
            }

            running = refresh;
        }

        await running.WaitAsync(cancellationToken);
        return await GetAsync(cancellationToken);
    }

    public void Dispose() => cache.Dispose();

    private async Task<DirectorySnapshot?> RefreshAsync()
    {
        await cache.ExpireAsync(Key);
        return await GetAsync(CancellationToken.None);
    }

    // The cache's own time-outs would hold its lock until a hanging call ends, and everybody who has nothing to show yet would
    // queue there. So whoever asks joins the one call under way for two seconds; a slow answer still serves those who come later.
    private async Task<DirectorySnapshot?> FetchAsync()
    {
        Task<DirectorySnapshot> running;
        lock (fetching)
        {
            if (fetch is null or { IsCompleted: true })
            {
                fetch = LoadAsync();
            }

            running = fetch;
        }

        return await running.WaitAsync(LongestWait);
    }

    // Nobody's leaving cancels it: others wait for the same answer.
    private async Task<DirectorySnapshot> LoadAsync()
    {
        try
        {
            var snapshot = new DirectorySnapshot(
                await api.GetLoggedInRepresentativesAsync(CancellationToken.None), await api.GetSupportTeamsAsync(CancellationToken.None));
            await cache.SetAsync<DirectorySnapshot?>(Key, snapshot);
            last = new(snapshot, time.GetTimestamp());
            if (Interlocked.Exchange(ref trouble, null) is not null)
            {
                Log.FetchedAgain(logger);
            }

            return snapshot;
        }
        catch (Exception failure) when (failure is CommandApiException or OperationCanceledException)
        {
            Report(failure);
            throw;
        }
    }

    // Visitors make it try every few seconds: the cause is named when the trouble begins and when it becomes another.
    private void Report(Exception failure)
    {
        var isNothingNew = failure.InnerException is ExecutionRejectedException && trouble is not null;
        if (!isNothingNew && Interlocked.Exchange(ref trouble, failure.Message) != failure.Message)
        {
            Log.NotFetched(logger, failure.Message);
        }
    }

    private sealed record Loaded(DirectorySnapshot Snapshot, long At);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The directory could not be fetched; the last good one serves on, where there is one. {Cause}")]
        public static partial void NotFetched(ILogger logger, string cause);

        [LoggerMessage(2, LogLevel.Information, "The directory can be fetched again.")]
        public static partial void FetchedAgain(ILogger logger);
    }
}
