using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>The public side of 2008: the connector request, the link of an invitation, the public site.</summary>
internal sealed class ConnectorRoutes(ApplianceState state, SessionRules rules, ClientAnswer client)
{
    public IEnumerable<ApplianceRoute> All =>
    [
        new("/download_customer_connector.ns", ["GET", "HEAD", "POST"], ConnectorAsync),
        new("/", ["GET", "HEAD"], PublicSiteAsync),
    ];

    private Task ConnectorAsync(Exchange exchange) =>
        AnswerAsync(exchange, () => rules.Allow(exchange.Request, UsesKeyUp(exchange)));

    private Task PublicSiteAsync(Exchange exchange) => exchange.Request.Values(ParameterNames.AccessKey) switch
    {
        [] => exchange.WriteAsync(StatusCodes.Status200OK, VendorPages.ContentType, VendorPages.PublicSite),
        _ => AnswerAsync(exchange, () => rules.AllowInvitation(exchange.Request, UsesKeyUp(exchange))),
    };

    private Task AnswerAsync(Exchange exchange, Func<bool> mayStart)
    {
        if (state.ConnectorFailing)
            return exchange.WriteAsync(StatusCodes.Status500InternalServerError, VendorPages.ContentType, VendorPages.Refusal);

        // One page for every refusal, as on the appliance: it does not tell whether a key ever existed.
        return mayStart()
            ? client.WriteAsync(exchange)
            : exchange.WriteAsync(StatusCodes.Status200OK, VendorPages.ContentType, VendorPages.Refusal);
    }

    private static bool UsesKeyUp(Exchange exchange) => !HttpMethods.IsHead(exchange.Request.Method);
}
