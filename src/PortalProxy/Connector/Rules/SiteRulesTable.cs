using PortalProxy.Connector.Dialects;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>The rules of every public site, made once: building a validator costs more than a request may.</summary>
public sealed class SiteRulesTable(PublicSiteTable sites, ApplianceOptions options, ConnectorDialect dialect)
{
    private readonly Dictionary<PublicSite, SiteRules> rules =
        sites.All.ToDictionary(site => site, site => new SiteRules(site, options, dialect));

    public SiteRules Of(PublicSite site) => rules[site];
}
