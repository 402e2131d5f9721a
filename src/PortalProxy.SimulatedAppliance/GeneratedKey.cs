namespace PortalProxy.SimulatedAppliance;

/// <summary>A session key and where it leads.</summary>
/// <param name="ShortKey">Seven digits, for a person to type.</param>
/// <param name="AccessKey">32 lower-case hexadecimal digits, for the link <c>/?ak=…</c> of an invitation.</param>
/// <param name="Queue"><c>general</c>, <c>rep:ID</c>, <c>team:ID</c> or <c>issue:CODE</c>.</param>
/// <param name="TimeToLive">How long it is good for.</param>
/// <param name="Expires">From then on it is refused.</param>
/// <param name="ExternalKey">The help desk's ticket, if any.</param>
/// <param name="Used">Whether a customer has started a session with it.</param>
public sealed record GeneratedKey(
    string ShortKey,
    string AccessKey,
    string Queue,
    TimeSpan TimeToLive,
    DateTimeOffset Expires,
    string? ExternalKey,
    bool Used = false);
