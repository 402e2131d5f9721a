namespace PortalProxy.Limits;

/// <summary>So many permits within any stretch of time of this length.</summary>
/// <param name="Account">Whose permits, and for what.</param>
/// <param name="Length">How long a permit counts.</param>
/// <param name="Limit">How many may count at the same time.</param>
/// <param name="SparesNewcomers">
/// Whether one who holds nothing in the windows asked for before it is let through all the same: so nobody can close a shared door
/// for everybody.
/// </param>
public sealed record Window(string Account, TimeSpan Length, int Limit, bool SparesNewcomers = false);
