namespace PortalProxy.Appliance.Authentication;

/// <summary>
/// How often a token may be asked for. An account has at most 30 live tokens and the 31st kills the oldest, so whatever goes
/// wrong, an hour (the life of a token) sees at most 17 of them: five at once, and one more every five minutes.
/// </summary>
internal sealed class TokenAllowance(TimeProvider time)
{
    private const double Most = 5;
    private static readonly TimeSpan OneMoreEvery = TimeSpan.FromMinutes(5);

    private readonly Lock counting = new();
    private double left = Most;
    private long countedAt = time.GetTimestamp();

    public bool TryTake()
    {
        lock (counting)
        {
            var now = time.GetTimestamp();
            left = Math.Min(Most, left + (time.GetElapsedTime(countedAt, now) / OneMoreEvery));
            countedAt = now;
            if (left < 1)
            {
                return false;
            }

            left--;
            return true;
        }
    }

    /// <summary>After a request that certainly made no token.</summary>
    public void GiveBack()
    {
        lock (counting)
        {
            left = Math.Min(Most, left + 1);
        }
    }
}
