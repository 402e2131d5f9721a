using System.Collections.Frozen;

namespace PortalProxy.Connector.Reading;

/// <summary>
/// The names under which parameters are read. Links in the wild use those of 2008, of the appliance's own form, and the current
/// dotted ones; whatever is not named here is ignored and never reaches the appliance.
/// </summary>
public sealed class ParameterNames
{
    internal static readonly ConnectorParameter[] WellKnown =
    [
        ConnectorParameter.SessionKey,
        ConnectorParameter.InvitationKey,
        ConnectorParameter.IssueMenu,
        ConnectorParameter.CustomerName,
        ConnectorParameter.CustomerCompany,
        ConnectorParameter.CustomerCompanyCode,
        ConnectorParameter.Description,
        ConnectorParameter.ExternalKey,
        ConnectorParameter.Id,
        ConnectorParameter.RepresentativeName,
        ConnectorParameter.CodeName,
        ConnectorParameter.Locale,
        ConnectorParameter.Skills,
        ConnectorParameter.Agreement,
    ];

    private static readonly (string Name, ConnectorParameter Parameter)[] OtherNames =
    [
        ("customer.name", ConnectorParameter.CustomerName),
        ("customer.company", ConnectorParameter.CustomerCompany),
        ("customer.company_code", ConnectorParameter.CustomerCompanyCode),
        ("customer_details", ConnectorParameter.Description),
        ("customer.details", ConnectorParameter.Description),
        ("session.custom.external_key", ConnectorParameter.ExternalKey),
        ("lang", ConnectorParameter.Locale),
    ];

    private readonly FrozenDictionary<string, ConnectorParameter> known;

    /// <param name="sessionKeyParameter">The appliance's own name of the session key, read beside <c>short_key</c>.</param>
    /// <param name="customCodeNames">Code names of the attributes that the settings declare.</param>
    public ParameterNames(string sessionKeyParameter, IEnumerable<string> customCodeNames)
    {
        var names = WellKnown.Concat(customCodeNames.Select(ConnectorParameter.Custom))
            .ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var (name, parameter) in OtherNames)
        {
            names[name] = parameter;
        }

        names[sessionKeyParameter] = ConnectorParameter.SessionKey;
        known = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public ConnectorParameter? Find(string name) => known.GetValueOrDefault(name);
}
