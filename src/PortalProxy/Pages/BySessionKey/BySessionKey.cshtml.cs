using PortalProxy.Connector.Reading;
using PortalProxy.Connector;

namespace PortalProxy.Pages.BySessionKey;

/// <summary>The way by session key: the customer enters what somebody told them.</summary>
public sealed class BySessionKeyModel(WayPageParts parts) : WayPage(parts, ConnectorWay.SessionKey, WayForm.SessionKey)
{
    protected override (ConnectorParameter Parameter, string Text) Missing => (ConnectorParameter.SessionKey, "MissingKey");

    protected override bool IsOffered(Offer offer) => offer.SessionKey;
}
