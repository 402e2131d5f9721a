using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages;

/// <summary>That the site is closed now.</summary>
/// <param name="OpensAt">Null where it does not open within a year.</param>
/// <param name="TakesSessionKeys">Whether a session key can be entered all the same.</param>
public sealed record Closing(DateTimeOffset? OpensAt, bool TakesSessionKeys);

/// <summary>What the portal can offer at this moment.</summary>
/// <param name="Representatives">Whether customers may choose a representative here.</param>
/// <param name="SessionKey">Whether customers may enter a session key here.</param>
/// <param name="Issue">Whether customers may submit an issue here.</param>
/// <param name="Listed">Who is there; null while the appliance can't be asked.</param>
/// <param name="Issues">What to choose from; empty sends every issue to the general queue.</param>
public sealed record Offer(
    bool Representatives, bool SessionKey, bool Issue, IReadOnlyList<Representative>? Listed, IssueMenu Issues)
{
    /// <summary>Outside the opening hours; null within them. What was begun within them may be sent after their end.</summary>
    public Closing? Closed { get; init; }

    public bool ShowsRepresentatives => Representatives && Closed is null;

    public bool ShowsSessionKey => SessionKey && (Closed is null || Closed.TakesSessionKeys);

    public bool ShowsIssue => Issue && Closed is null;

    public static readonly Offer Nothing = new(false, false, false, null, IssueMenu.Empty);

    /// <summary>Everybody who is logged in, for links that name somebody who is not listed; never shown as a list.</summary>
    public IReadOnlyList<Representative> LoggedIn { get; init; } = [];
}
