using PortalProxy.Connector.Reading;
namespace PortalProxy.Connector;

/// <summary>
/// On a phone the appliance hands over no file: it sends the customer to an app. Left in the request's features for whoever
/// words the page; the status is 200.
/// </summary>
/// <param name="Link">Where the customer goes on: an app store, or the appliance's own page; null where the key is all they need.</param>
/// <param name="Fields">What was sent; a session key among it is shown for copying.</param>
public sealed record ConnectorHandOff(Uri? Link, ConnectorFields Fields);
