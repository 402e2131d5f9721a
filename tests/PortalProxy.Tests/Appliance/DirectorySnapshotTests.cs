using PortalProxy.Appliance;

namespace PortalProxy.Tests.Appliance;

public sealed class DirectorySnapshotTests
{
    private static readonly DirectorySnapshot Snapshot = new(
        [new(new(3), "Örjan", true), new(new(2), "Bea", false), new(new(1), "adam", true), new(new(4), "Oskar", true)],
        [
            new("One", [], [new(new(1), "Mail", "mail"), new(new(2), "Printing", null)]),
            new("Two", [], [new(new(1), "Mail", "mail"), new(new(3), "Other", null)]),
        ]);

    [Fact]
    public void The_list_is_in_the_order_of_names_and_leaves_out_who_is_not_on_it() =>
        Assert.Equal(["adam", "Örjan", "Oskar"], Snapshot.Listed.Select(one => one.Name));

    [Fact]
    public void An_issue_of_two_teams_stands_once() =>
        Assert.Equal(["Mail", "Printing", "Other"], Snapshot.Issues.Select(one => one.Title));

    [Theory]
    [InlineData(1, "adam")]
    [InlineData(2, "Bea")]
    [InlineData(5, null)]
    public void Whoever_is_logged_in_is_found_listed_or_not(int id, string? name) => Assert.Equal(name, Snapshot.Find(new(id))?.Name);
}
