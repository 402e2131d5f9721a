using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;
using Stand = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.Pages;

/// <summary>What the issue form offers to choose from, in both eras of the appliance.</summary>
public sealed class IssueMenuTests
{
    private const string NobodyThere = " (nobody is there right now)";

    public static TheoryData<Era> Eras => [Era.Guide2008, Era.Current];

    [Theory, MemberData(nameof(Eras))]
    public async Task Issues_are_grouped_by_team_and_say_where_nobody_is_there(Era era)
    {
        await using var appliance = await Simulated.StartAsync(era, clientBytes: 1);
        await using var portal = await PortalBefore(appliance, era).WithDirectoryAsync();

        var page = await OpenAsync(portal);

        Assert.Equal(
            [
                ("Customer Care", ["1 I can’t sign in", "2 Printing & scanning", "3 My computer is slow"]),
                ("Field Technicians", new[] { "4 Broken hardware" + NobodyThere }),
            ],
            page.Document.QuerySelectorAll("select optgroup").Select(group => (
                group.GetAttribute("label")!,
                group.QuerySelectorAll("option").Select(option => $"{option.GetAttribute("value")} {option.TextContent}").ToArray())));
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task Somebody_who_logs_in_is_there_for_the_issues_of_the_team(Era era)
    {
        await using var appliance = await Simulated.StartAsync(era, clientBytes: 1);
        await using var portal = await PortalBefore(appliance, era, ("Appliance:DirectoryRefresh", "00:00:00.1000000")).WithDirectoryAsync();
        appliance.State.LogIn(appliance.State.Representatives.Single(one => one.Id == 105));

        await Poll.UntilAsync(async () => !(await OpenAsync(portal)).Text.Contains(NobodyThere, StringComparison.Ordinal), "somebody is there");

        appliance.State.LogOut(105);
        await Poll.UntilAsync(async () => (await OpenAsync(portal)).Text.Contains(NobodyThere, StringComparison.Ordinal), "nobody is there");
    }

    [Fact]
    public async Task A_member_who_is_not_listed_counts_as_being_there()
    {
        await using var appliance = await Simulated.StartAsync(Era.Guide2008, clientBytes: 1);
        appliance.State.Teams = [new(11, "Care", [104], [new(1, "Mail", "mail")])];
        await using var portal = await PortalBefore(appliance, Era.Guide2008).WithDirectoryAsync();

        Assert.Equal(["", "1"], (await OpenAsync(portal)).Document.QuerySelectorAll("select option").Select(one => one.GetAttribute("value")!));
        Assert.DoesNotContain(NobodyThere, (await OpenAsync(portal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_team_with_issues_needs_no_heading()
    {
        await using var appliance = await Simulated.StartAsync(Era.Guide2008, clientBytes: 1);
        appliance.State.Teams = [new(11, "Care", [101], [new(1, "Mail", "mail")]), new(12, "Idle", [102], [])];
        await using var portal = await PortalBefore(appliance, Era.Guide2008).WithDirectoryAsync();

        var page = await OpenAsync(portal);

        Assert.False(page.Has("optgroup"));
        Assert.Equal("Mail", page.One("select option[value='1']").TextContent);
    }

    [Theory, MemberData(nameof(Eras))]
    public async Task Where_the_id_is_a_representatives_the_menu_lists_those_and_their_id_is_what_arrives(Era era)
    {
        await using var appliance = await Simulated.StartAsync(
            new SimulatedApplianceOptions { Era = era, RepresentativesInIssuesMenu = true, ClientBytes = 1 });
        await using var portal = await PortalBefore(appliance, era, ("Appliance:IdInIssueMenu", "Representative")).WithDirectoryAsync();
        var browser = new Browser(portal.Client);
        var page = await OpenAsync(portal);

        Assert.False(page.Has("optgroup"));
        Assert.Equal(
            [("101", "Åsa Lindqvist"), ("102", "Jürgen Groß"), ("103", "Mary O’Neill & Co")],
            page.Document.QuerySelectorAll("select option").Skip(1).Select(one => (one.GetAttribute("value")!, one.TextContent)));

        page.Type("select[name=id]", "102");
        var start = await browser.SubmitAsync(page.Form("#issue form"));
        Assert.Equal("Help with: Jürgen Groß", start.Heading);
        using var answer = await browser.DownloadAsync(start.Form("#connector"));

        Assert.Equal(200, (int)answer.StatusCode);
        var arrived = appliance.Requests.All[^1];
        Assert.Equal(("102", "1", null), (arrived.Value("id"), arrived.Value("issue_menu"), arrived.Value("name")));
    }

    private static async Task<Page> OpenAsync(Portal portal) => await new Browser(portal.Client).OpenAsync("/issue");

    private static Portal PortalBefore(Stand appliance, Era era, params (string Key, string Value)[] settings)
    {
        var account = new SimulatedApplianceOptions();
        return Portal.Start(
        [
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
            .. era == Era.Guide2008
                ? new[] { ("Appliance:Username", account.Username), ("Appliance:Password", account.Password) }
                :
                [
                    ("Appliance:SessionApi", "StartSession"),
                    ("Appliance:ClientId", account.ClientId), ("Appliance:ClientSecret", account.ClientSecret),
                ],
            .. settings,
        ]);
    }
}
