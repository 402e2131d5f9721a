using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using System.Globalization;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages.ByIssue;

/// <summary>Which entry of the list of issues is chosen when the form opens.</summary>
public static class IssueChoice
{
    /// <returns>The id as text; empty for none. It may be one that the list does not show: links may name such issues.</returns>
    public static string Of(WayForm form)
    {
        // Beside a name, an id is a representative's.
        if (form.Fields[ConnectorParameter.RepresentativeName] is not null)
        {
            return "";
        }

        return form.Fields[ConnectorParameter.CodeName] is { } codeName
            ? form.Offer.Issues.Entries.FirstOrDefault(issue => issue.CodeName == codeName)?.Id.ToString(CultureInfo.InvariantCulture) ?? ""
            : form.Fields[ConnectorParameter.Id] ?? "";
    }

    /// <summary>A code name that no list shows; null where it is listed, or the dialect has none to send.</summary>
    public static string? UnlistedCodeName(WayForm form, ConnectorDialect dialect) =>
        dialect.HasCodeNames
        && form.Fields[ConnectorParameter.RepresentativeName] is null
        && form.Fields[ConnectorParameter.CodeName] is { } codeName
        && form.Offer.Issues.Entries.All(issue => issue.CodeName != codeName)
            ? codeName
            : null;

    public static bool IsChosen(IssueMenu.Entry entry, string chosen) => entry.Id.ToString(CultureInfo.InvariantCulture) == chosen;
}
