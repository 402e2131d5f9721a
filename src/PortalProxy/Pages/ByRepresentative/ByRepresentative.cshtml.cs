using PortalProxy.Connector.Reading;
using PortalProxy.Connector;

namespace PortalProxy.Pages.ByRepresentative;

/// <summary>The way by representative: a list of who is there, one press each.</summary>
public sealed class ByRepresentativeModel(WayPageParts parts) : WayPage(parts, ConnectorWay.Representative, WayForm.Representatives)
{
    protected override (ConnectorParameter Parameter, string Text) Missing =>
        (ConnectorParameter.Id, "MissingPerson");

    protected override bool IsOffered(Offer offer) => offer.Representatives;
}
