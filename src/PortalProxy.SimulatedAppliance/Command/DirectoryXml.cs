using System.Net;
using System.Xml.Linq;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>Who is there and which issues exist, in the vendor's elements. <see cref="XElement"/> escapes every text.</summary>
internal static class DirectoryXml
{
    public static XElement LoggedInReps(IEnumerable<LoggedInRepresentative> people, string connector) =>
        new("logged_in_reps", people.Select(person => Rep(person, connector)));

    public static XElement SupportTeams(ApplianceState state, RecordedRequest request)
    {
        var members = request.Value(ParameterNames.ShowMembers) == "1";
        var issues = request.Value(ParameterNames.ShowIssues) == "1";
        return new XElement("support_teams", state.Teams.Select(team => new XElement("support_team",
            new XAttribute("id", team.Id),
            new XElement("name", team.Name),
            members ? Members(team, state.Representatives) : null,
            issues ? Issues(team) : null)));
    }

    private static XElement Rep(LoggedInRepresentative person, string connector)
    {
        var representative = person.Representative;
        return new XElement("rep",
            new XAttribute("id", representative.Id),
            new XElement("display_name", representative.DisplayName),
            new XElement("public_display_name", representative.DisplayName),
            new XElement("private_display_name", representative.PrivateName),
            new XElement("type", representative.Type),
            new XElement("direct_link", DirectLink(representative, connector)),
            new XElement("logged_in_since", person.Since.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", provider: null)),
            new XElement("presentation_count", representative.Presentations),
            new XElement("support_session_count", representative.SupportSessions),
            new XElement("showing_on_rep_list", representative.OnList ? 1 : 0));
    }

    // HTML inside XML: encoded once as HTML here, and a second time as XML text by XElement.
    private static string DirectLink(Representative representative, string connector)
    {
        var address = $"{connector}?id={representative.Id}&name={Uri.EscapeDataString(representative.DisplayName)}";
        return $"<a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(representative.DisplayName)}</a>";
    }

    private static XElement Members(SupportTeam team, IReadOnlyList<Representative> known) =>
        new("members", team.Members.Select(id => new XElement("representative",
            new XAttribute("id", id),
            known.Where(representative => representative.Id == id).Select(representative => new XElement("display_name", representative.DisplayName)))));

    private static XElement Issues(SupportTeam team) =>
        new("issues", team.Issues.Select(issue => new XElement("issue",
            new XAttribute("id", issue.Id),
            new XElement("title", issue.Title),
            new XElement("code_name", issue.CodeName))));
}
