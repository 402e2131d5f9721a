using System.Collections.Frozen;

namespace PortalProxy.Connector;

/// <summary>
/// The names under which parameters are read. Links in the wild use those of 2008, of the appliance's own form, and the current
/// dotted ones; whatever is not named here is ignored and never reaches the appliance.
/// </summary>
public sealed class ParameterNames
{
    /// <summary>The names that the portal's own forms carry: those of 2008.</summary>
    private static readonly FrozenDictionary<ConnectorParameter, string> OwnNames = new Dictionary<ConnectorParameter, string>
    {
        [ConnectorParameter.SessionKey] = "short_key",
        [ConnectorParameter.InvitationKey] = "ak",
        [ConnectorParameter.IssueMenu] = "issue_menu",
        [ConnectorParameter.CustomerName] = "customer_name",
        [ConnectorParameter.CustomerCompany] = "customer_company",
        [ConnectorParameter.CustomerCompanyCode] = "customer_company_code",
        [ConnectorParameter.Description] = "customer_desc",
        [ConnectorParameter.ExternalKey] = "external_key",
        [ConnectorParameter.Id] = "id",
        [ConnectorParameter.RepresentativeName] = "name",
        [ConnectorParameter.CodeName] = "codeName",
    }.ToFrozenDictionary();

    private static readonly (string Name, ConnectorParameter Parameter)[] OtherNames =
    [
        ("customer.name", ConnectorParameter.CustomerName),
        ("customer.company", ConnectorParameter.CustomerCompany),
        ("customer.company_code", ConnectorParameter.CustomerCompanyCode),
        ("customer_details", ConnectorParameter.Description),
        ("customer.details", ConnectorParameter.Description),
        ("session.custom.external_key", ConnectorParameter.ExternalKey),
    ];

    private readonly FrozenDictionary<string, ConnectorParameter> known;

    /// <param name="sessionKeyParameter">The appliance's own name of the session key, read beside <c>short_key</c>.</param>
    public ParameterNames(string sessionKeyParameter)
    {
        var names = OwnNames.ToDictionary(own => own.Value, own => own.Key, StringComparer.Ordinal);
        foreach (var (name, parameter) in OtherNames)
        {
            names[name] = parameter;
        }

        names[sessionKeyParameter] = ConnectorParameter.SessionKey;
        known = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static string Own(ConnectorParameter parameter) => OwnNames[parameter];

    public bool TryFind(string name, out ConnectorParameter parameter) => known.TryGetValue(name, out parameter);
}
