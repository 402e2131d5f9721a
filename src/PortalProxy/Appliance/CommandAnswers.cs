using System.Xml.Linq;

namespace PortalProxy.Appliance;

/// <summary>Turns answers of the command API into what the portal knows. Unknown elements are ignored, missing ones tolerated.</summary>
internal static class CommandAnswers
{
    public static IReadOnlyList<Representative> LoggedInRepresentatives(XElement root) =>
        [.. Expect(root, "logged_in_reps").Children("rep").Select(ReadRepresentative).OfType<Representative>()];

    public static IReadOnlyList<SupportTeam> SupportTeams(XElement root) =>
        [.. Expect(root, "support_teams").Children("support_team").Select(ReadTeam)];

    private static XElement Expect(XElement root, string name) =>
        root.Name.LocalName == name
            ? root
            : throw new CommandApiException($"The appliance answered <{root.Name.LocalName}> instead of <{name}>.");

    // private_display_name is not read at all: what was never held can't leak.
    private static Representative? ReadRepresentative(XElement element)
    {
        var name = element.TextOf("public_display_name") ?? element.TextOf("display_name");
        var onList = element.TextOf("showing_on_rep_list") is null or "1";
        return RepresentativeId.TryParse(element.Attribute("id")?.Value, out var id) && name is not null ? new(id, name, onList) : null;
    }

    private static SupportTeam ReadTeam(XElement element) => new(
        element.TextOf("name") ?? "",
        [.. element.Child("members").Children("representative").Select(ReadMember).OfType<RepresentativeId>()],
        [.. element.Child("issues").Children("issue").Select(ReadIssue).OfType<Issue>()]);

    private static RepresentativeId? ReadMember(XElement element) =>
        RepresentativeId.TryParse(element.Attribute("id")?.Value, out var id) ? id : null;

    private static Issue? ReadIssue(XElement element)
    {
        var title = element.TextOf("title") ?? element.TextOf("name");
        return IssueId.TryParse(element.Attribute("id")?.Value, out var id) && title is not null
            ? new(id, title, element.TextOf("code_name"))
            : null;
    }
}
