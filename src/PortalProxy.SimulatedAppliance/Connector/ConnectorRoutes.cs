using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>The public side: the connector request at the era's addresses, the link of an invitation, the public site.</summary>
internal sealed class ConnectorRoutes(ApplianceState state, SimulatedApplianceOptions options, ClientAnswer client)
{
    private readonly SessionRules rules = new(state, options);

    public IEnumerable<ApplianceRoute> All =>
    [
        .. options.Era == Era.Guide2008
            ? [Connector("/download_customer_connector.ns", Naming.Guide2008)]
            : new[]
            {
                Connector("/api/start_session", Naming.Dotted),
                Connector("/download_client_connector", Naming.PublicPages),
                Connector("/download_client_connector.ns", Naming.PublicPages),
            },
        new("/", ["GET", "HEAD"], PublicSiteAsync),
    ];

    private ApplianceRoute Connector(string path, Naming naming) => new(path, ["GET", "HEAD", "POST"], exchange =>
        AnswerAsync(exchange, useKey => rules.Allow(exchange.Request, naming, useKey)));

    private Task PublicSiteAsync(Exchange exchange) => exchange.Request.Values(ParameterNames.AccessKey) switch
    {
        [] => PageAsync(exchange, VendorPages.PublicSite(SiteOf(exchange))),
        _ => AnswerAsync(exchange, useKey => rules.AllowInvitation(exchange.Request, useKey)),
    };

    private Task AnswerAsync(Exchange exchange, Func<bool, bool> mayStart)
    {
        var refusal = VendorPages.Refusal(SiteOf(exchange));
        if (state.ConnectorFailing)
            return exchange.WriteAsync(StatusCodes.Status500InternalServerError, VendorPages.ContentType, refusal);
        if (options.SamlSignIn)
            return PageAsync(exchange, SimulatedSamlPage.Write(exchange.SiteAddress, options.Time.GetUtcNow()));
        if (state.TakeRedirect() is { } location)
            return exchange.RedirectAsync(location);

        // A phone takes its key along into the app, so the key must still be good there.
        var toPhone = options.HandsPhonesOff && Phone.Asks(exchange.Request);
        var useKey = !toPhone && !HttpMethods.IsHead(exchange.Request.Method);

        // One page for every refusal, as on the appliance: it does not tell whether a key ever existed.
        return (mayStart(useKey), toPhone) switch
        {
            (false, _) => PageAsync(exchange, refusal),
            (true, true) => HandOffAsync(exchange),
            (true, false) => client.WriteAsync(exchange),
        };
    }

    private Task HandOffAsync(Exchange exchange) => options.AppStore is { } store
        ? exchange.RedirectAsync(store.AbsoluteUri)
        : PageAsync(exchange, VendorPages.HandOff(SiteOf(exchange)));

    private string SiteOf(Exchange exchange) => state.SiteAt(exchange.Http.Request.Host.Host);

    private static Task PageAsync(Exchange exchange, string page) =>
        exchange.WriteAsync(StatusCodes.Status200OK, VendorPages.ContentType, page);
}
