using System.Runtime.CompilerServices;
using PortalProxy.Connector.Dialects;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>The rules of every public site, made once: building a validator costs more than a request may.</summary>
public sealed class SiteRulesTable(ApplianceOptions options, ConnectorDialect dialect)
{
    // Weak, since settings that change while the portal runs make new sites.
    private readonly ConditionalWeakTable<PublicSite, SiteRules> rules = [];

    public SiteRules Of(PublicSite site) => rules.GetValue(site, one => new SiteRules(one, options, dialect));
}
