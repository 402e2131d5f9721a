using System.Security.Cryptography;

namespace PortalProxy.SimulatedAppliance;

/// <summary>The OAuth 2.0 tokens of the command API's account. Safe for any thread.</summary>
public sealed class AccessTokens
{
    /// <summary>As many may live at once; one more kills the oldest.</summary>
    public const int Most = 30;

    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly TimeSpan lifetime;
    private readonly List<(string Text, DateTimeOffset Expires)> tokens = [];
    private int issued;

    internal AccessTokens(TimeProvider time, TimeSpan lifetime) => (this.time, this.lifetime) = (time, lifetime);

    /// <summary>How many were issued since the start, those that live no more included.</summary>
    public int Issued => Volatile.Read(ref issued);

    /// <summary>How many are good now.</summary>
    public int Live
    {
        get
        {
            lock (gate)
                return tokens.Count(IsAlive);
        }
    }

    /// <summary>The token endpoint answers every request with status 500.</summary>
    public bool Failing { get; set; }

    /// <summary>Makes every token issued so far unknown: the next call of the command API gets a 401.</summary>
    public void RevokeAll()
    {
        lock (gate)
            tokens.Clear();
    }

    internal string Issue()
    {
        var text = RandomNumberGenerator.GetHexString(40, lowercase: true);
        lock (gate)
        {
            tokens.RemoveAll(token => !IsAlive(token));
            if (tokens.Count == Most)
                tokens.RemoveAt(0);
            tokens.Add((text, time.GetUtcNow() + lifetime));
            issued++;
        }

        return text;
    }

    internal bool IsLive(string text)
    {
        lock (gate)
            return tokens.Any(token => token.Text == text && IsAlive(token));
    }

    private bool IsAlive((string Text, DateTimeOffset Expires) token) => time.GetUtcNow() < token.Expires;
}
