using System.Runtime.CompilerServices;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.Caching;

/// <summary>A shelf for each public site. Weak, since settings that change while the portal runs make new sites.</summary>
internal sealed class PageShelves(TimeProvider time)
{
    private readonly ConditionalWeakTable<PublicSite, PageShelf> shelves = [];

    public PageShelf Of(PublicSite site) => shelves.GetValue(site, _ => new PageShelf(time));
}
