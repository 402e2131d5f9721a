namespace PortalProxy.Limits;

/// <summary>What windows say to one who asks for a permit of each.</summary>
/// <param name="Wait">How long until the last full one has room again; null where all have.</param>
/// <param name="Permit">What was taken, to be given back by; empty where nothing was.</param>
/// <param name="ShareIsFull">Whether a shared window (one that spares newcomers) is full, whoever asks.</param>
public sealed record WindowAnswer(TimeSpan? Wait, string Permit = "", bool ShareIsFull = false);
