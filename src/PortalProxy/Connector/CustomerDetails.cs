using PortalProxy.Connector.Reading;
using PortalProxy.Languages;

namespace PortalProxy.Connector;

/// <summary>What goes with a request beside its way: the customer's own words, the ticket, the language. Personal; null where not said.</summary>
public sealed record CustomerDetails(string? Name, string? Company, string? CompanyCode, string? Description, string? ExternalKey)
{
    /// <summary>Nobody said anything.</summary>
    public static readonly CustomerDetails None = new(null, null, null, null, null);

    /// <summary>The language of the client, where the request names one.</summary>
    public string? Locale { get; init; }

    /// <summary>The language of the pages, where the customer or their browser chose one: it is the client's where the request names none.</summary>
    public Language? Language { get; init; }

    public string? Skills { get; init; }

    /// <summary>Attributes that the settings declare, by code name.</summary>
    public IReadOnlyList<(string CodeName, string Value)> Custom { get; init; } = [];

    public static CustomerDetails From(ConnectorFields fields) => new(
        fields[ConnectorParameter.CustomerName],
        fields[ConnectorParameter.CustomerCompany],
        fields[ConnectorParameter.CustomerCompanyCode],
        fields[ConnectorParameter.Description],
        fields[ConnectorParameter.ExternalKey])
    {
        Locale = fields[ConnectorParameter.Locale],
        Skills = fields[ConnectorParameter.Skills],
        Custom = [.. fields.Present
            .Where(parameter => parameter.CustomCodeName is not null)
            .Select(parameter => (parameter.CustomCodeName!, fields[parameter]!))],
    };

    public override string ToString() => "customer details";
}
