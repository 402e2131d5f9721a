namespace PortalProxy.PublicSites;

/// <summary>The public sites as the settings describe them now; each request keeps the one it began with.</summary>
public sealed class SitesInForce(PublicSiteTable table)
{
    private volatile PublicSiteTable table = table;

    public PublicSiteTable Table => table;

    public void Replace(PublicSiteTable next) => table = next;
}
