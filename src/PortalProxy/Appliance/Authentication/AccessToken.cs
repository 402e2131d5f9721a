namespace PortalProxy.Appliance.Authentication;

/// <summary>A token and its time, counted on the portal's clock from when it was asked for. Never printed.</summary>
internal sealed class AccessToken(string value, TimeSpan lifetime, TimeProvider time, long askedAt)
{
    // A minute before the end, sooner for short lives: the fetch and a call under way must still fit in.
    private static readonly TimeSpan LongestHeadStart = TimeSpan.FromMinutes(1);

    public string Value { get; } = value;

    public bool HasEnded => Age >= lifetime;

    public bool NearsItsEnd => Age >= lifetime - (lifetime / 10 < LongestHeadStart ? lifetime / 10 : LongestHeadStart);

    private TimeSpan Age => time.GetElapsedTime(askedAt);

    public override string ToString() => "access token";
}
