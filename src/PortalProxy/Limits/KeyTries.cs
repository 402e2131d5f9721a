namespace PortalProxy.Limits;

/// <summary>
/// Bounds how many wrong session keys somebody can try. Many customers share one address, so only refused keys count: a try holds
/// a permit while it is under way and gets it back unless the appliance refused the key.
/// </summary>
public sealed class KeyTries(IWindows windows, RateLimits limits, LimitReport report, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // When somebody was last seen at the ceiling: an attack alerts once, not with each of its requests.
    private long lastAtCeiling = long.MinValue;

    /// <summary>Begins a try; nobody may ask the appliance about a key before.</summary>
    public async ValueTask<KeyTry> BeginAsync(ClientNetwork client)
    {
        var asked = WindowsOf(client);
        var answer = await windows.TakeAsync(asked);
        Report(client, answer);
        return new(windows, asked, answer);
    }

    /// <returns>How long a client must wait for its next try; null where it may try at once. Begins none.</returns>
    public async ValueTask<TimeSpan?> WaitAsync(ClientNetwork client)
    {
        var answer = await windows.LookAsync(WindowsOf(client));
        Report(client, answer);
        return answer.Wait;
    }

    private void Report(ClientNetwork client, WindowAnswer answer)
    {
        if (answer.Wait is not null)
        {
            report.Limited(client, "RefusedKeys");
        }

        if (answer.ShareIsFull)
        {
            var now = time.GetUtcNow().Ticks;
            if (Interlocked.Exchange(ref lastAtCeiling, now) < now - Minute.Ticks)
            {
                report.CeilingReached();
            }
        }
    }

    // The shared one stands last: the others say whether somebody is a newcomer.
    private Window[] WindowsOf(ClientNetwork client) =>
    [
        .. OwnWindows(client.Name),
        .. client.Site is { } site ? OwnWindows(site) : [],
        new("keys/total", Minute, limits.RefusedKeysPerMinuteInTotal, SparesNewcomers: true),
    ];

    private IEnumerable<Window> OwnWindows(string name) =>
    [
        new($"keys/minute/{name}", Minute, limits.RefusedKeysPerMinute),
        new($"keys/hour/{name}", Hour, limits.RefusedKeysPerHour),
    ];
}
