using System.Runtime.CompilerServices;

namespace PortalProxy.Connector.Downloads;

/// <summary>The states of the downloads that this process sends.</summary>
public sealed class DownloadsInMemory(TimeProvider time)
{
    /// <summary>How long the end of a download is remembered, for a page that was hidden meanwhile.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<DownloadId, Entry> entries = [];

    // In the order of their ends, since all are kept equally long.
    private readonly Queue<(DownloadId Id, DateTimeOffset Until)> ended = [];

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>Until the result is disposed, what is heard of the download is remembered, though nobody follows it yet.</summary>
    public IDisposable Expect(DownloadId id) => new Follower(this, id);

    /// <summary>Another replica sends it: of interest as long as somebody here follows or expects it.</summary>
    public void Hear(DownloadId id, DownloadState state)
    {
        TaskCompletionSource? changed = null;
        lock (gate)
        {
            if (entries.TryGetValue(id, out var entry) && (entry.State is null || entry.IsOthers))
            {
                entry.IsOthers = true;
                changed = entry.Change(state);
            }
        }

        changed?.SetResult();
    }

    public void Report(DownloadId id, DownloadState state)
    {
        TaskCompletionSource changed;
        lock (gate)
        {
            ForgetOld();
            var entry = EntryOf(id);
            entry.IsOthers = false;
            changed = entry.Change(state);
            entry.Until = state == DownloadState.Started ? DateTimeOffset.MaxValue : time.GetUtcNow() + Kept;
            if (state != DownloadState.Started)
            {
                ended.Enqueue((id, entry.Until));
            }
        }

        changed.SetResult();
    }

    public async IAsyncEnumerable<DownloadState> FollowAsync(DownloadId id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var follower = new Follower(this, id);
        DownloadState? told = null;
        while (told is null or DownloadState.Started)
        {
            var (state, changed) = follower.Look();
            if (state is { } news && news != told)
            {
                told = news;
                yield return news;
                continue;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private Entry EntryOf(DownloadId id)
    {
        if (!entries.TryGetValue(id, out var entry))
        {
            entries[id] = entry = new Entry();
        }

        return entry;
    }

    private void ForgetOld()
    {
        while (ended.TryPeek(out var oldest) && oldest.Until <= time.GetUtcNow())
        {
            ended.Dequeue();
            if (entries.TryGetValue(oldest.Id, out var entry) && entry.Until == oldest.Until)
            {
                entries.Remove(oldest.Id);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Entry
    {
        public DownloadState? State { get; set; }

        public TaskCompletionSource Changed { get; set; } = NewSignal();

        public DateTimeOffset Until { get; set; } = DateTimeOffset.MaxValue;

        public int Followers { get; set; }

        public bool IsOthers { get; set; }

        /// <returns>The signal for who has waited for the change, to be set outside of the lock.</returns>
        public TaskCompletionSource Change(DownloadState state)
        {
            var changed = Changed;
            (State, Changed) = (state, NewSignal());
            return changed;
        }
    }

    /// <summary>Somebody who waits. An id that nobody waits for and nothing was sent for is forgotten at once: anybody can ask for any.</summary>
    private sealed class Follower : IDisposable
    {
        private readonly DownloadsInMemory owner;
        private readonly DownloadId id;
        private readonly Entry entry;

        public Follower(DownloadsInMemory owner, DownloadId id)
        {
            (this.owner, this.id) = (owner, id);
            lock (owner.gate)
            {
                owner.ForgetOld();
                entry = owner.EntryOf(id);
                entry.Followers++;
            }
        }

        public (DownloadState? State, Task Changed) Look()
        {
            lock (owner.gate)
            {
                return (entry.State, entry.Changed.Task);
            }
        }

        public void Dispose()
        {
            lock (owner.gate)
            {
                if (--entry.Followers == 0 && (entry.State is null || entry.IsOthers))
                {
                    owner.entries.Remove(id);
                }
            }
        }
    }
}
