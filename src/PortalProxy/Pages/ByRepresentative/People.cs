using PortalProxy.Connector.Reading;
using PortalProxy.Appliance;

namespace PortalProxy.Pages.ByRepresentative;

/// <summary>The representatives in the order in which the form shows them.</summary>
public static class People
{
    /// <summary>By name; somebody whom a link names comes first.</summary>
    public static IEnumerable<Representative> InOrder(WayForm form) =>
        (form.Offer.Listed ?? []).OrderByDescending(one => IsNamedByLink(form.Fields, one));

    /// <summary>
    /// Somebody who is there without being listed: the appliance gives everybody a direct link, and one that has the number and
    /// the matching name may be followed. The number alone tells nothing.
    /// </summary>
    public static Representative? NamedDirectly(WayForm form) => form.Offer.LoggedIn.FirstOrDefault(one =>
        !one.OnList && IsNamedByLink(form.Fields, one) && form.Fields[ConnectorParameter.RepresentativeName] is not null);

    /// <summary>Whether a link names somebody who is not there, or whom it may not name.</summary>
    public static bool NamedInVain(WayForm form) =>
        form.Offer.Listed is { } listed
        && form.Fields[ConnectorParameter.Id] is not null
        && !listed.Any(one => IsNamedByLink(form.Fields, one))
        && NamedDirectly(form) is null;

    private static bool IsNamedByLink(ConnectorFields fields, Representative one) =>
        fields[ConnectorParameter.Id] == one.Id.ToString()
        && (fields[ConnectorParameter.RepresentativeName] ?? one.Name) == one.Name;
}
