using System.Globalization;

namespace PortalProxy.Limits;

/// <summary>
/// Windows in memory. The window limiters of System.Threading.RateLimiting can't take a permit back, know no clock but the
/// machine's, and let twice their limit through around the turn of a window; here each permit counts for exactly its window.
/// </summary>
public sealed class LocalWindows(TimeProvider time) : IWindows
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private DateTimeOffset nextSweep = time.GetUtcNow() + SweepInterval;
    private long permits;

    /// <summary>How many accounts are remembered.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return accounts.Count;
            }
        }
    }

    public ValueTask<WindowAnswer> TakeAsync(IReadOnlyList<Window> windows)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var answer = Ask(windows, now);
            if (answer.Wait is not null)
            {
                return new(answer);
            }

            var permit = (++permits).ToString(CultureInfo.InvariantCulture);
            foreach (var window in windows)
            {
                AccountOf(window).Held.Add((permit, now));
            }

            Sweep(now);
            return new(answer with { Permit = permit });
        }
    }

    public ValueTask<WindowAnswer> LookAsync(IReadOnlyList<Window> windows)
    {
        lock (gate)
        {
            return new(Ask(windows, time.GetUtcNow()));
        }
    }

    public ValueTask GiveBackAsync(IReadOnlyList<Window> windows, string permit)
    {
        lock (gate)
        {
            foreach (var window in windows)
            {
                if (accounts.TryGetValue(window.Account, out var account))
                {
                    account.Held.RemoveAll(one => one.Permit == permit);
                }
            }
        }

        return default;
    }

    private WindowAnswer Ask(IReadOnlyList<Window> windows, DateTimeOffset now)
    {
        TimeSpan? wait = null;
        var isNewcomer = true;
        var shareIsFull = false;
        foreach (var window in windows)
        {
            var held = accounts.TryGetValue(window.Account, out var account) ? account.HeldAt(now) : [];
            var isFull = held.Count >= window.Limit;
            shareIsFull |= isFull && window.SparesNewcomers;
            if (isFull && !(window.SparesNewcomers && isNewcomer))
            {
                // With more permits than the limit (newcomers were spared) the oldest one's end makes no room.
                var until = held[^window.Limit].At + window.Length - now;
                wait = wait > until ? wait : until;
            }

            // What all hold together says nothing of one.
            isNewcomer &= held.Count == 0 || window.SparesNewcomers;
        }

        return new(wait, ShareIsFull: shareIsFull);
    }

    private Account AccountOf(Window window)
    {
        if (!accounts.TryGetValue(window.Account, out var account))
        {
            accounts[window.Account] = account = new Account(window.Length);
        }

        return account;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < nextSweep)
        {
            return;
        }

        nextSweep = now + SweepInterval;
        foreach (var (name, _) in accounts.Where(one => one.Value.HeldAt(now).Count == 0).ToList())
        {
            accounts.Remove(name);
        }
    }

    private sealed class Account(TimeSpan length)
    {
        /// <summary>In the order of their taking.</summary>
        public List<(string Permit, DateTimeOffset At)> Held { get; } = [];

        public List<(string Permit, DateTimeOffset At)> HeldAt(DateTimeOffset now)
        {
            Held.RemoveAll(one => one.At + length <= now);
            return Held;
        }
    }
}
