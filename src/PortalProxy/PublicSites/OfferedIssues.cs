using PortalProxy.Appliance;

namespace PortalProxy.PublicSites;

/// <summary>The issues that the form offers: the directory's, or else those of the settings.</summary>
public sealed class OfferedIssues(SupportDirectory directory, PublicSite site)
{
    public async ValueTask<IReadOnlyList<Issue>> GetAsync(CancellationToken cancellationToken) =>
        (await directory.GetAsync(cancellationToken))?.Issues ?? site.Issues;
}
