using PortalProxy.Appliance;
using PortalProxy.Connector;

namespace PortalProxy.Pages.ByRepresentative;

/// <summary>The representatives in the order in which the form shows them.</summary>
public static class People
{
    /// <summary>By name; somebody whom a link names comes first.</summary>
    public static IEnumerable<Representative> InOrder(WayForm form) =>
        (form.Offer.Listed ?? []).OrderByDescending(one => IsNamedByLink(form.Fields, one));

    private static bool IsNamedByLink(ConnectorFields fields, Representative one) =>
        fields[ConnectorParameter.Id] == one.Id.ToString()
        && (fields[ConnectorParameter.RepresentativeName] ?? one.Name) == one.Name;
}
