using PortalProxy.Connector.Reading;
using PortalProxy.Appliance;

namespace PortalProxy.Pages.ByRepresentative;

/// <summary>The representatives in the order in which the form shows them.</summary>
public static class People
{
    /// <summary>By name; somebody whom a link names comes first.</summary>
    public static IEnumerable<Representative> InOrder(WayForm form) =>
        (form.Offer.Listed ?? []).OrderByDescending(form.IsNamed);

    /// <summary>Whether a link names somebody who is not there, or whom it may not name.</summary>
    public static bool NamedInVain(WayForm form) =>
        form.Offer.Listed is { } listed
        && form.Fields[ConnectorParameter.Id] is not null
        && !listed.Any(form.IsNamed)
        && form.NamedDirectly is null;
}
