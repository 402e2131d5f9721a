namespace PortalProxy.PublicSites;

/// <summary>The public site that the request under way was made to.</summary>
public sealed class CurrentSite
{
    private PublicSite? site;

    /// <exception cref="InvalidOperationException">There is no request, so there is no site.</exception>
    public PublicSite Site => site ?? throw new InvalidOperationException("The site is known while a request is under way only.");

    internal void Become(PublicSite one) => site = one;
}
