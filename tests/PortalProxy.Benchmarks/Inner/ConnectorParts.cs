using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using PortalProxy.Appliance;
using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using PortalProxy.Connector.Rules;

namespace PortalProxy.Benchmarks.Inner;

/// <summary>Reader, validator and dialect as the portal puts them together, and the guide's own example to feed them with.</summary>
internal sealed class ConnectorParts
{
    public const string GuideExample =
        "issue_menu=1&customer_name=John%20Doe&customer_company=Company%20Name&customer_company_code=1234&customer_desc=I%20need%20support&external_key=1234&id=1";

    public ConnectorParts(SessionApi api = SessionApi.DownloadCustomerConnector)
    {
        var settings = PortalSettings.Read(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Appliance:BaseUrl", "https://support.example.com"), new("Appliance:SessionApi", $"{api}")])
            .Build());
        Dialect = ConnectorDialect.Of(settings.Appliance);
        var rules = new SiteRules(settings.Sites.Default, settings.Appliance, Dialect);
        Reader = new(rules.Names, settings.Sites.Default.Texts);
        Validator = rules.Validator;
    }

    public ConnectorFieldsReader Reader { get; }

    public ConnectorFieldsValidator Validator { get; }

    public ConnectorDialect Dialect { get; }

    public ConnectorFields Read(string query) => Reader.ReadQueryOnly(Asking(query));

    public static HttpRequest Asking(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new QueryString("?" + query);
        return request;
    }
}
