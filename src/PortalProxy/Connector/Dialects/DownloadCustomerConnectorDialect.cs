using PortalProxy.Connector.Rules;
using PortalProxy.Appliance;

namespace PortalProxy.Connector.Dialects;

/// <summary>The guide of 2008, parameters in the guide's order.</summary>
public sealed class DownloadCustomerConnectorDialect(ApplianceOptions options) : ConnectorDialect
{
    private const string Path = "/download_customer_connector.ns";

    public override TextLimit DescriptionLimit { get; } = new(1024, TextUnit.Characters);

    public override bool HasCustomFields => false;

    public override bool HasCodeNames => false;

    // In 2008 the customer's fields go with an issue request only.
    public override Written Write(ConnectorRequest request) => request switch
    {
        ConnectorRequest.ByRepresentative one => new(
            Target(Path, [("id", one.Id.ToString()), ("name", one.Name)]),
            Names([.. Fields(one.Customer), .. Unknown(one.Customer)])),
        ConnectorRequest.BySessionKey one => new(
            Target(Path, [(options.SessionKeyParameter, one.Key.Reveal())]),
            Names([.. Fields(one.Customer), .. Unknown(one.Customer)])),
        ConnectorRequest.ByInvitation one => new(
            Target("/", [("ak", one.Key.Reveal())]),
            Names([.. Fields(one.Customer), .. Unknown(one.Customer)])),
        ConnectorRequest.ByIssue one => new(
            Target(Path, [("issue_menu", "1"), .. Fields(one.Customer), ("id", one.Id?.ToString())]),
            Names(Unknown(one.Customer))),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Way, "This way has no spelling in the dialect of 2008."),
    };

    private static List<string> Names(IEnumerable<(string Name, string? Value)> fields) =>
        [.. fields.Where(field => field.Value is not null).Select(field => field.Name)];

    private static (string Name, string? Value)[] Fields(CustomerDetails customer) =>
    [
        ("customer_name", customer.Name),
        ("customer_company", customer.Company),
        ("customer_company_code", customer.CompanyCode),
        ("customer_desc", customer.Description),
        ("external_key", customer.ExternalKey),
    ];

    private static (string Name, string? Value)[] Unknown(CustomerDetails customer) =>
        [("locale", customer.Locale), ("session.skills", customer.Skills)];
}
