using PortalProxy.Connector.Reading;
using PortalProxy.Connector.Rules;
using PortalProxy.Appliance;
using PortalProxy.Languages;

namespace PortalProxy.Connector.Dialects;

/// <summary>The current API (16.x and later): dotted names, and the customer's fields go with every way.</summary>
public sealed class StartSessionDialect(ApplianceOptions options) : ConnectorDialect
{
    private const string Path = "/api/start_session";

    public override TextLimit DescriptionLimit { get; } = new(1024, TextUnit.Bytes);

    public override bool HasCustomFields => true;

    public override bool HasCodeNames => true;

    public override Written Write(ConnectorRequest request)
    {
        var named = Installed(request.Customer.Locale);
        var locale = named ?? Installed(request.Customer.Language?.Tag);
        return new(
            Target(PathOf(request), [.. Way(request), .. Fields(request.Customer), ("locale", locale)]),
            named is null && request.Customer.Locale is not null ? ["locale"] : []);
    }

    // The appliance names languages in its own way: it has en-us or zh-tw for what is en or zh-Hant here.
    private string? Installed(string? tag) => tag is null
        ? null
        : options.Locales.FirstOrDefault(one => one.Equals(tag, StringComparison.OrdinalIgnoreCase))
            ?? (Language.Closest(tag, Language.All) is { } language
                ? options.Locales.FirstOrDefault(one => Language.Closest(one, Language.All) == language)
                : null);

    // What the appliance answers to an invitation's key elsewhere is not documented, so it is asked as the e-mails do.
    private static string PathOf(ConnectorRequest request) => request is ConnectorRequest.ByInvitation ? "/" : Path;

    private (string Name, string? Value)[] Way(ConnectorRequest request) => request switch
    {
        ConnectorRequest.ByRepresentative one => [("id", one.Id.ToString()), ("name", one.Name)],
        ConnectorRequest.BySessionKey one => [(options.SessionKeyParameter, one.Key.Reveal())],
        ConnectorRequest.ByInvitation one => [("ak", one.Key.Reveal())],
        ConnectorRequest.ByIssue one => [("issue_menu", "1"), ("id", one.Id?.ToString()), ("codeName", one.CodeName)],
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Way, "This way has no spelling in the current dialect."),
    };

    private static IEnumerable<(string Name, string? Value)> Fields(CustomerDetails customer) =>
    [
        ("customer.name", customer.Name),
        ("customer.company", customer.Company),
        ("customer.company_code", customer.CompanyCode),
        ("customer.details", customer.Description),
        ("session.custom.external_key", customer.ExternalKey),
        .. customer.Custom.Select(one => (ConnectorParameter.Custom(one.CodeName).Name, (string?)one.Value)),
        ("session.skills", customer.Skills),
    ];
}
