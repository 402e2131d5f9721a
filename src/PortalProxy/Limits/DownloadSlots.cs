using System.Threading.RateLimiting;

namespace PortalProxy.Limits;

/// <summary>
/// Bounds the downloads of this replica, so that those under way keep their share of line and memory. Whoever comes when all slots
/// are taken waits for a moment: most often one is free by then.
/// </summary>
public sealed class DownloadSlots(RateLimits limits, LimitReport report, TimeProvider time) : IDisposable
{
    /// <summary>Longer than most gaps between two ends, shorter than a person's patience.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>What to tell one who waited in vain: downloads last for seconds to minutes.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly ConcurrencyLimiter slots = new(new()
    {
        PermitLimit = limits.ConcurrentDownloads,
        QueueLimit = limits.ConcurrentDownloads,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <returns>A slot, to be disposed at the download's end; null where there was none in time.</returns>
    /// <exception cref="OperationCanceledException">The customer left the queue.</exception>
    public async ValueTask<IDisposable?> TakeAsync(ClientNetwork client, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestWait, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var slot = await slots.AcquireAsync(cancellationToken: end.Token);
            if (slot.IsAcquired)
            {
                return slot;
            }

            slot.Dispose();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The queue was too slow, which the report says below.
        }

        report.Limited(client, nameof(RateLimits.ConcurrentDownloads));
        return null;
    }

    public void Dispose() => slots.Dispose();
}
