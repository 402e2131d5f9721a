using System.Text;
using PortalProxy.Appliance;

namespace PortalProxy.Connector;

/// <summary>
/// Writes a connector request as the guide of 2008 does: a GET, UTF-8 percent-encoded with %20 for a space, parameters in the
/// guide's order.
/// </summary>
public sealed class DownloadCustomerConnectorDialect(ApplianceOptions options)
{
    private const string Path = "/download_customer_connector.ns";

    /// <summary>One request line's target, and the own names of those fields that this dialect has no place for.</summary>
    public sealed record Written(string PathAndQuery, IReadOnlyList<string> LeftOut)
    {
        public override string ToString() => "connector request";
    }

    public Written Write(ConnectorRequest request) => request switch
    {
        ConnectorRequest.ByRepresentative one => new(
            Target(Path, ("id", one.Id.ToString()), ("name", one.Name)), LeftOut(one.Customer)),
        ConnectorRequest.BySessionKey one => new(
            Target(Path, (options.SessionKeyParameter, one.Key.Reveal())), LeftOut(one.Customer)),
        ConnectorRequest.ByInvitation one => new(
            Target("/", ("ak", one.Key.Reveal())), LeftOut(one.Customer)),
        ConnectorRequest.ByIssue one => new(Target(Path, [("issue_menu", "1"), .. Fields(one.Customer), ("id", one.Id?.ToString())]), []),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request.Way, "This way has no spelling in the dialect of 2008."),
    };

    // In 2008 these go with an issue request only.
    private static List<string> LeftOut(CustomerDetails customer) =>
        [.. Fields(customer).Where(field => field.Value is not null).Select(field => field.Name)];

    private static (string Name, string? Value)[] Fields(CustomerDetails customer) =>
    [
        ("customer_name", customer.Name),
        ("customer_company", customer.Company),
        ("customer_company_code", customer.CompanyCode),
        ("customer_desc", customer.Description),
        ("external_key", customer.ExternalKey),
    ];

    private static string Target(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var target = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                target.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return target.ToString();
    }
}
