namespace PortalProxy.Appliance;

/// <summary>Who was logged in and which teams and issues there were at one moment.</summary>
public sealed record DirectorySnapshot(IReadOnlyList<Representative> LoggedIn, IReadOnlyList<SupportTeam> Teams)
{
    /// <summary>The representatives that a customer may choose from, by name.</summary>
    public IReadOnlyList<Representative> Listed { get; } =
        [.. LoggedIn.Where(one => one.OnList).OrderBy(one => one.Name, StringComparer.InvariantCultureIgnoreCase)];

    /// <summary>All issues of all teams, each once.</summary>
    public IReadOnlyList<Issue> Issues { get; } = [.. Teams.SelectMany(team => team.Issues).DistinctBy(issue => issue.Id)];

    /// <summary>Finds who is logged in, listed or not.</summary>
    public Representative? Find(RepresentativeId id) => LoggedIn.FirstOrDefault(one => one.Id == id);
}
