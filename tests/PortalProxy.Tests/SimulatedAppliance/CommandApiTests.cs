using System.Xml.Linq;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class CommandApiTests : WithAnAppliance
{
    private const string Command = "/api/command.ns";

    [Fact]
    public async Task Everybody_who_is_logged_in_is_named()
    {
        Appliance.State.LogIn(new Representative(7, "<Ann> & \"Bob\"", "A. & B.", OnList: false, RepresentativeType.Invited, SupportSessions: 2));
        var reps = await AskAsync(("action", "get_logged_in_reps"));

        Assert.Equal("logged_in_reps", reps.Name);
        Assert.Equal(["7", "101", "102", "103", "104"], reps.Elements("rep").Select(rep => rep.Attribute("id")?.Value));
        var rep = reps.Elements("rep").First();
        Assert.Equal("<Ann> & \"Bob\"", rep.Element("display_name")?.Value);
        Assert.Equal("A. & B.", rep.Element("private_display_name")?.Value);
        Assert.Equal("Invited", rep.Element("type")?.Value);
        Assert.Equal("2", rep.Element("support_session_count")?.Value);
        Assert.Equal("0", rep.Element("showing_on_rep_list")?.Value);
        Assert.EndsWith(">&lt;Ann&gt; &amp; &quot;Bob&quot;</a>", rep.Element("direct_link")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_logged_in_is_an_empty_root()
    {
        foreach (var person in Appliance.State.LoggedIn)
            Appliance.State.LogOut(person.Representative.Id);
        Assert.Empty((await AskAsync(("action", "get_logged_in_reps"))).Nodes());
    }

    [Fact]
    public async Task Teams_tell_members_and_issues_when_asked()
    {
        var teams = await AskAsync(("action", "get_support_teams"), ("showmembers", "1"), ("showissues", "1"));
        Assert.Equal(["101", "102", "103", "104", "105"], teams.Descendants("representative").Select(member => member.Attribute("id")?.Value));
        Assert.Equal(["1", "2", "3", "4"], teams.Descendants("issue").Select(issue => issue.Attribute("id")?.Value));
        Assert.Equal("Printing & scanning", teams.Descendants("title").ElementAt(1).Value);
        Assert.Equal("printing", teams.Descendants("code_name").ElementAt(1).Value);
    }

    [Fact]
    public async Task Teams_keep_members_and_issues_to_themselves_otherwise()
    {
        var teams = await AskAsync(("action", "get_support_teams"));
        Assert.Equal(["Customer Care", "Field Technicians"], teams.Elements("support_team").Select(team => team.Element("name")?.Value));
        Assert.Empty(teams.Descendants("members").Concat(teams.Descendants("issues")));
    }

    [Fact]
    public async Task A_generated_key_works()
    {
        var key = await AskAsync(("action", "generate_session_key"), ("type", "support"), ("queue_id", "issue:printing"), ("ttl", "60"), ("external_key", "INC-1"));
        Assert.Equal(("60", "issue:printing", "INC-1"), (key.Element("ttl")?.Value, key.Element("queue")?.Value, key.Element("external_key")?.Value));
        Assert.Equal(Appliance.State.Keys[^1].ShortKey, key.Element("short_key")?.Value);
        using var answer = await Http.GetAsync(key.Element("key_url")?.Value, Cancel);
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task The_API_tells_about_itself()
    {
        var information = await AskAsync(("action", "get_api_info"));
        Assert.Equal("api_information", information.Name);
        Assert.Equal("Example Company", information.Element("company_name")?.Value);
    }

    [Theory]
    [InlineData("username=portal&password=wrong&action=get_logged_in_reps")]
    [InlineData("action=get_logged_in_reps")]
    [InlineData("username=portal&password=simulated")]
    [InlineData("username=portal&password=simulated&action=format_disk")]
    [InlineData("username=portal&password=simulated&action=get_api_info&action=get_api_info")]
    [InlineData("username=portal&password=simulated&action=generate_session_key&type=support&queue_id=rep:1")]
    [InlineData("username=portal&password=simulated&action=generate_session_key&type=support&queue_id=general&ttl=-1")]
    [InlineData("username=portal&password=simulated&action=generate_session_key&queue_id=general")]
    public async Task What_cannot_be_done_is_an_error_with_status_200(string query)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Command}?{query}");
        Assert.Equal(200, (int)answer.StatusCode);
        var root = XElement.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("error", root.Name);
        Assert.NotEmpty(root.Value);
    }

    private async Task<XElement> AskAsync(params (string Name, string Value)[] parameters)
    {
        using var answer = await Http.PostAsync(Command, Form([("username", "portal"), ("password", "simulated"), .. parameters]), Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return XElement.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
