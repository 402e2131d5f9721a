using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using PortalProxy.Appliance;
using PortalProxy.PublicSites;

namespace PortalProxy.Connector.Rules;

/// <summary>The names and rules that hold on one public site: its key length, its fields.</summary>
public sealed class SiteRules(PublicSite site, ApplianceOptions options, ConnectorDialect dialect)
{
    public ParameterNames Names { get; } = new(options.SessionKeyParameter, site.Fields.Select(field => field.CodeName));

    public FieldFormatValidator Formats { get; } = new(site, dialect);

    public ConnectorFieldsValidator Validator => field ??= new(Formats, site);
}
