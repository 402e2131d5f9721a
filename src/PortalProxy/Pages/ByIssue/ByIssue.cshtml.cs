using PortalProxy.Connector.Reading;
using PortalProxy.Connector;

namespace PortalProxy.Pages.ByIssue;

/// <summary>The way by issue: the customer says what is wrong and lands with the team that knows.</summary>
public sealed class ByIssueModel(WayPageParts parts) : WayPage(parts, ConnectorWay.Issue, WayForm.Issue)
{
    protected override (ConnectorParameter Parameter, string Text) Missing => (ConnectorParameter.Description, "MissingDescription");

    protected override bool IsOffered(Offer offer) => offer.Issue;

    protected override ConnectorFields Complete(ConnectorFields fields)
    {
        // What the customer chooses counts more than the code name that the form has carried from a link.
        var chosen = fields[ConnectorParameter.Id] is null ? fields : fields.Without([ConnectorParameter.CodeName]);
        return chosen[ConnectorParameter.IssueMenu] is null ? chosen.With(ConnectorParameter.IssueMenu, "1") : chosen;
    }
}
