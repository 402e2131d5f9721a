using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages;

/// <summary>Puts together what the settings switch on and what the directory knows.</summary>
public sealed class Offers(SupportDirectory directory, IssueMenus issues, PublicSite site, TimeProvider time)
{
    public async Task<Offer> GetAsync(CancellationToken cancellationToken)
    {
        var known = await directory.GetAsync(cancellationToken);
        return new(
            site.Representatives && directory.HasAccount,
            site.SessionKey,
            site.Issue,
            known?.Listed,
            await issues.GetAsync(cancellationToken))
        {
            LoggedIn = known?.LoggedIn ?? [],
            Closed = ClosedAt(time.GetUtcNow()),
        };
    }

    private Closing? ClosedAt(DateTimeOffset now) => site.OpeningHours is { } hours && !hours.IsOpen(now)
        ? new(hours.NextOpening(now), site.SessionKeyWhenClosed)
        : null;
}
