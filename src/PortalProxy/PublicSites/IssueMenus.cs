using PortalProxy.Appliance;

namespace PortalProxy.PublicSites;

/// <summary>Makes the issue form's menu from the directory, or else from the settings.</summary>
public sealed class IssueMenus(SupportDirectory directory, ApplianceOptions options, PublicSite site)
{
    public async ValueTask<IssueMenu> GetAsync(CancellationToken cancellationToken)
    {
        var loaded = await directory.GetAsync(cancellationToken);
        return options.IdInIssueMenu == IssueMenuId.Representative ? OfRepresentatives(loaded?.Listed ?? [])
            : loaded is null ? OfSettings(site.Issues)
            : OfTeams(loaded);
    }

    private static IssueMenu OfRepresentatives(IReadOnlyList<Representative> listed) =>
        Menu(new IssueMenu.Group(null, [.. listed.Select(one => new IssueMenu.Entry(one.Id.Value, one.Name, null, SomebodyThere: true))]));

    private static IssueMenu OfSettings(IReadOnlyList<Issue> issues) =>
        Menu(new IssueMenu.Group(null, [.. issues.Select(issue => Entry(issue, somebodyThere: null))]));

    private static IssueMenu OfTeams(DirectorySnapshot directory)
    {
        var there = directory.LoggedIn.Select(one => one.Id).ToHashSet();
        return Menu([.. directory.Teams.Select(team =>
            new IssueMenu.Group(team.Name, [.. team.Issues.Select(issue => Entry(issue, team.Members.Any(there.Contains)))]))]);
    }

    private static IssueMenu.Entry Entry(Issue issue, bool? somebodyThere) =>
        new(issue.Id.Value, issue.Title, issue.CodeName, somebodyThere);

    private static IssueMenu Menu(params IssueMenu.Group[] groups) => new([.. groups.Where(group => group.Entries.Count > 0)]);
}
