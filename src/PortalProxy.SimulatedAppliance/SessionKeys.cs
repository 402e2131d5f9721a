using System.Security.Cryptography;

namespace PortalProxy.SimulatedAppliance;

/// <summary>All keys made so far. A key works once, before it expires, by either of its two names.</summary>
internal sealed class SessionKeys(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<GeneratedKey> keys = [];

    public IReadOnlyList<GeneratedKey> All
    {
        get
        {
            lock (gate)
                return [.. keys];
        }
    }

    public GeneratedKey Make(string queue, TimeSpan timeToLive, string? externalKey)
    {
        var accessKey = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var key = new GeneratedKey(KeyNumbers.Next(), accessKey, queue, timeToLive, time.GetUtcNow() + timeToLive, externalKey);
        lock (gate)
            keys.Add(key);
        return key;
    }

    /// <summary>Whether a key that fits is good; with <paramref name="use"/> it is not good any more afterwards.</summary>
    public bool IsGood(Predicate<GeneratedKey> fits, bool use)
    {
        // Looked at and marked under one lock: of two customers with the same key only one may start.
        lock (gate)
        {
            var index = keys.FindIndex(key => fits(key) && !key.Used && time.GetUtcNow() < key.Expires);
            if (index >= 0 && use)
                keys[index] = keys[index] with { Used = true };
            return index >= 0;
        }
    }
}
