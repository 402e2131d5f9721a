using System.Xml.Linq;
using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class CurrentCommandApiTests : WithACurrentAppliance
{
    private static readonly XNamespace Vendor = "https://www.beyondtrust.com/namespaces/API/command";

    [Fact]
    public async Task Everybody_who_is_logged_in_is_named_for_customers_and_for_colleagues()
    {
        var reps = await AskAsync(("action", "get_logged_in_reps"));
        var hidden = reps.Elements(Vendor + "rep").Single(rep => rep.Attribute("id")?.Value == "104");
        Assert.Equal(Vendor + "logged_in_reps", reps.Name);
        Assert.Equal("Nadia Benali", hidden.Element(Vendor + "public_display_name")?.Value);
        Assert.Equal("Benali, N. (management)", hidden.Element(Vendor + "private_display_name")?.Value);
        Assert.Equal("0", hidden.Element(Vendor + "showing_on_rep_list")?.Value);
        Assert.Contains("/api/start_session?id=104", hidden.Element(Vendor + "direct_link")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_tell_members_and_issues_when_asked()
    {
        var teams = await AskAsync(("action", "get_support_teams"), ("showmembers", "1"), ("showissues", "1"));
        Assert.Equal(["101", "102", "103", "104", "105"], teams.Descendants(Vendor + "representative").Select(member => member.Attribute("id")?.Value));
        Assert.Equal(["sign_in", "printing", "slow_computer", "hardware"], teams.Descendants(Vendor + "code_name").Select(name => name.Value));
    }

    [Fact]
    public async Task A_generated_key_works()
    {
        var key = await AskAsync(("action", "generate_session_key"), ("type", "support"), ("queue_id", "rep:101"));
        using var answer = await Http.GetAsync($"{StartSession}?short_key={key.Element(Vendor + "short_key")?.Value}", Cancel);
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task GET_works_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Command}?action=get_api_info");
        request.Headers.Add("Authorization", $"Bearer {await TokenAsync()}");
        using var answer = await Http.SendAsync(request, Cancel);
        Assert.Equal(Vendor + "api_information", XElement.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Name);
    }

    [Theory]
    [InlineData("action", "format_disk")]
    [InlineData("nothing", "")]
    public async Task What_cannot_be_done_is_an_error_with_status_200(string name, string value) =>
        Assert.Equal(Vendor + "error", (await AskAsync((name, value))).Name);

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer 0123456789")]
    [InlineData("Bearer")]
    [InlineData("Basic cG9ydGFsLWNsaWVudDpzaW11bGF0ZWQtc2VjcmV0")]
    public async Task Without_a_good_token_it_is_401_whatever_else_is_sent(string? authorization)
    {
        await TokenAsync();
        using var answer = await CommandAsync(authorization, ("action", "get_api_info"), ("username", "portal"), ("password", "simulated"));
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("Bearer", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData(CommandNamespaces.None)]
    [InlineData(CommandNamespaces.Bomgar)]
    [InlineData("urn:any")]
    public async Task The_namespace_is_an_option(string name)
    {
        await PlayAsync(Options with { CommandNamespace = name });
        var reps = await AskAsync(("action", "get_logged_in_reps"));
        Assert.All(reps.DescendantsAndSelf(), element => Assert.Equal(name, element.Name.NamespaceName));
        Assert.Equal(4, reps.Elements().Count());
    }

    [Fact]
    public async Task A_failing_command_API_answers_500_and_one_with_an_error_says_it()
    {
        var token = await TokenAsync();
        Appliance.State.Failing = true;
        using var failed = await CommandAsync($"Bearer {token}", ("action", "get_api_info"));
        Assert.Equal(500, (int)failed.StatusCode);

        Appliance.State.Failing = false;
        Appliance.State.ErrorText = "Out of order";
        Assert.Equal("Out of order", (await AskAsync(("action", "get_api_info"))).Value);
    }
}
