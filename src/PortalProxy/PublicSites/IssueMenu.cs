namespace PortalProxy.PublicSites;

/// <summary>What the issue form offers to choose from, by team.</summary>
public sealed record IssueMenu(IReadOnlyList<IssueMenu.Group> Groups)
{
    public static readonly IssueMenu Empty = new([]);

    /// <param name="Team">Null where there is no team to name.</param>
    /// <param name="Entries">Never empty.</param>
    public sealed record Group(string? Team, IReadOnlyList<Entry> Entries);

    /// <param name="Id">What is sent as <c>id</c>.</param>
    /// <param name="Title">What a customer reads.</param>
    /// <param name="CodeName">The name that links may use instead of the number.</param>
    /// <param name="SomebodyThere">Whether somebody of its team is logged in; null where nobody knows.</param>
    public sealed record Entry(int Id, string Title, string? CodeName, bool? SomebodyThere);

    public IEnumerable<Entry> Entries => Groups.SelectMany(group => group.Entries);
}
