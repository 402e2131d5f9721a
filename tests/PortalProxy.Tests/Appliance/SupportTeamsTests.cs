using PortalProxy.Appliance;

namespace PortalProxy.Tests.Appliance;

public sealed class SupportTeamsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("xmlns='http://www.bomgar.com/namespaces/API/command'")]
    [InlineData("xmlns='https://www.beyondtrust.com/namespaces/API/command'")]
    public async Task A_team_has_members_and_issues(string xmlNamespace)
    {
        var team = Assert.Single(await ReadAsync($"""
            <support_teams {xmlNamespace}><support_team id='11'><name>Customer Care</name><unknown/>
              <members><representative id='101'><display_name>Åsa</display_name></representative><representative id='102'/></members>
              <issues><issue id='1'><title>Printing &amp; scanning</title><code_name>printing</code_name></issue><issue id='2'><name>Mail</name></issue></issues>
            </support_team></support_teams>
            """));

        Assert.Equal("Customer Care", team.Name);
        Assert.Equal([new RepresentativeId(101), new RepresentativeId(102)], team.Members);
        Assert.Equal([new Issue(new(1), "Printing & scanning", "printing"), new Issue(new(2), "Mail", null)], team.Issues);
    }

    [Theory]
    [InlineData("<support_teams><support_team/></support_teams>")]
    [InlineData("<support_teams><support_team id='11'><name>Care</name></support_team></support_teams>")]
    [InlineData("<support_teams><support_team id='11'><members/><issues/></support_team></support_teams>")]
    [InlineData("<support_teams><support_team id='11'><members><representative/></members><issues><issue id='1'/></issues></support_team></support_teams>")]
    [InlineData("<support_teams><support_team id='11'><members><representative id='x'/></members><issues><issue><title>Mail</title></issue></issues></support_team></support_teams>")]
    public async Task What_is_missing_is_tolerated(string answer)
    {
        var team = Assert.Single(await ReadAsync(answer));

        Assert.Empty(team.Members);
        Assert.Empty(team.Issues);
    }

    [Fact]
    public async Task There_may_be_no_team() => Assert.Empty(await ReadAsync("<support_teams/>"));

    [Fact]
    public async Task Another_root_is_no_answer()
    {
        var failure = await Assert.ThrowsAsync<CommandApiException>(() => ReadAsync("<logged_in_reps/>"));

        Assert.Contains("instead of <support_teams>", failure.Message);
    }

    private static async Task<IReadOnlyList<SupportTeam>> ReadAsync(string answer) => CommandAnswers.SupportTeams(await Xml.ReadAsync(answer));
}
