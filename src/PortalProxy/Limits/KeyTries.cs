namespace PortalProxy.Limits;

/// <summary>
/// Bounds how many wrong session keys somebody can try. Many customers share one address, so only refused keys count: a try holds
/// a permit while it is under way and gets it back unless the appliance refused the key.
/// </summary>
public sealed class KeyTries(IWindows windows, RateLimits limits, LimitReport report, TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// On a phone the appliance's page may be a hand-off or a refusal, and nobody can tell which. It is no refusal that counts, and
    /// a guesser who calls himself a phone learns little from it; so there is room for so many in the place of one refusal.
    /// </summary>
    private const int HandOffsPerRefusal = 10;

    // When somebody was last seen at the ceiling: an attack alerts once, not with each of its requests.
    private long lastAtCeiling = long.MinValue;

    /// <summary>Begins a try; nobody may ask the appliance about a key before.</summary>
    /// <param name="client">Who tries.</param>
    /// <param name="mayBeHandedOff">Whether the appliance may answer with a page that hands the customer to an app.</param>
    public async ValueTask<KeyTry> BeginAsync(ClientNetwork client, bool mayBeHandedOff = false)
    {
        var refusals = WindowsOf(client, "keys", times: 1);
        var handOffs = mayBeHandedOff ? WindowsOf(client, "hand-offs", HandOffsPerRefusal) : [];
        var answer = await windows.TakeAsync([.. refusals, .. handOffs]);
        Report(client, answer);
        return new(windows, refusals, handOffs, answer);
    }

    /// <returns>How long a client must wait for its next try; null where it may try at once. Begins none.</returns>
    public async ValueTask<TimeSpan?> WaitAsync(ClientNetwork client)
    {
        var answer = await windows.LookAsync(WindowsOf(client, "keys", times: 1));
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
    private Window[] WindowsOf(ClientNetwork client, string kind, int times) =>
    [
        .. OwnWindows(client.Name, kind, times),
        .. client.Site is { } site ? OwnWindows(site, kind, times) : [],
        new($"{kind}/total", Minute, times * limits.RefusedKeysPerMinuteInTotal, SparesNewcomers: true),
    ];

    private IEnumerable<Window> OwnWindows(string name, string kind, int times) =>
    [
        new($"{kind}/minute/{name}", Minute, times * limits.RefusedKeysPerMinute),
        new($"{kind}/hour/{name}", Hour, times * limits.RefusedKeysPerHour),
    ];
}
