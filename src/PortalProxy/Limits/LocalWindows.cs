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
    private TimeSpan nextSweep = Now(time) + SweepInterval;
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
            var now = Now(time);
            var answer = Ask(windows, now);
            if (answer.Wait is not null)
            {
                return new(answer);
            }

            var permit = (++permits).ToString(CultureInfo.InvariantCulture);
            foreach (var window in windows)
            {
                AccountOf(window).Take(permit, now);
            }

            Sweep(now);
            return new(answer with { Permit = permit });
        }
    }

    public ValueTask<WindowAnswer> LookAsync(IReadOnlyList<Window> windows)
    {
        lock (gate)
        {
            return new(Ask(windows, Now(time)));
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
                    account.GiveBack(permit);
                }
            }
        }

        return default;
    }

    private WindowAnswer Ask(IReadOnlyList<Window> windows, TimeSpan now)
    {
        TimeSpan? wait = null;
        var isNewcomer = true;
        var shareIsFull = false;
        foreach (var window in windows)
        {
            var held = accounts.TryGetValue(window.Account, out var account) ? account.CountAt(now) : 0;
            var isFull = held >= window.Limit;
            shareIsFull |= isFull && window.SparesNewcomers;
            if (isFull && !(window.SparesNewcomers && isNewcomer))
            {
                // With more permits than the limit (newcomers were spared) the oldest one's end makes no room.
                var until = account!.TakenAt(window.Limit) + window.Length - now;
                wait = wait > until ? wait : until;
            }

            // What all hold together says nothing of one.
            isNewcomer &= held == 0 || window.SparesNewcomers;
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

    private void Sweep(TimeSpan now)
    {
        if (now < nextSweep)
        {
            return;
        }

        nextSweep = now + SweepInterval;
        foreach (var (name, _) in accounts.Where(one => one.Value.CountAt(now) == 0).ToList())
        {
            accounts.Remove(name);
        }
    }

    // A clock that nobody sets: an hour that the machine's clock is put back would be an hour of full windows.
    private static TimeSpan Now(TimeProvider time) => time.GetElapsedTime(0);

    private sealed class Account(TimeSpan length)
    {
        private readonly List<(string Permit, TimeSpan At)> taken = [];

        // How many of the oldest have ended. Taking each out at once would move all others with each request.
        private int ended;

        public void Take(string permit, TimeSpan at) => taken.Add((permit, at));

        public void GiveBack(string permit)
        {
            if (taken.FindIndex(ended, one => one.Permit == permit) is >= 0 and var place)
            {
                taken.RemoveAt(place);
            }
        }

        /// <summary>How many still count.</summary>
        public int CountAt(TimeSpan now)
        {
            while (ended < taken.Count && taken[ended].At + length <= now)
            {
                ended++;
            }

            if (ended > taken.Count / 2)
            {
                taken.RemoveRange(0, ended);
                ended = 0;
            }

            return taken.Count - ended;
        }

        /// <summary>When the last but so many was taken; 1 is the last one.</summary>
        public TimeSpan TakenAt(int fromEnd) => taken[^fromEnd].At;
    }
}
