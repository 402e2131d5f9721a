using PortalProxy.Tests.Infrastructure;
using Person = PortalProxy.SimulatedAppliance.Representative;

namespace PortalProxy.Tests.Connector.Rules;

/// <summary>Who says under which name a representative is asked for: the directory, or where there is none the appliance.</summary>
public sealed class RepresentativeAuthorityTests(StandardPortal standard) : IClassFixture<StandardPortal>
{
    private const string CommandPath = "/api/command.ns";

    // 101 is listed, 104 logged in without being listed, 105 not logged in, 999 nobody.
    [Theory]
    [InlineData("101", null, "Åsa Lindqvist")]
    [InlineData("101", "Åsa Lindqvist", "Åsa Lindqvist")]
    [InlineData("101", " Åsa Lindqvist ", "Åsa Lindqvist")]
    [InlineData("103", null, "Mary O’Neill & Co")]
    [InlineData("104", "Nadia Benali", "Nadia Benali")]
    public async Task With_a_directory_the_name_comes_from_it(string id, string? name, string forwarded)
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?{Form(id, name)}");
            Assert.Equal(200, (int)answer.StatusCode);
        });

        var request = Assert.Single(recorded);
        Assert.Equal(id, request.Value("id"));
        Assert.Equal(forwarded, request.Value("name"));
    }

    [Theory]
    [InlineData("101", "Jürgen Groß", "name")]
    [InlineData("101", "åsa lindqvist", "name")]
    [InlineData("101", "Lindqvist, A. (second line)", "name")]
    [InlineData("104", null, "id")]
    [InlineData("104", "Somebody", "name")]
    [InlineData("105", "Tomáš Novák", "id")]
    [InlineData("999", null, "id")]
    [InlineData("999", "Somebody", "id")]
    public async Task With_a_directory_whoever_it_does_not_know_is_refused_without_asking(string id, string? name, string field)
    {
        var recorded = await standard.RecordAsync(async () =>
        {
            using var answer = await standard.Portal.GetAsync($"{PortalRequests.Door}?{Form(id, name)}", "application/json");
            Assert.Equal(422, (int)answer.StatusCode);
            Assert.Equal(field, Assert.Single((await answer.ProblemAsync())["errors"]!.AsObject()).Key);
        });

        Assert.Empty(recorded);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Without_a_directory_id_and_name_go_as_they_were_sent(bool hasAccount)
    {
        await using var appliance = await Simulated.StartAsync();
        appliance.State.Failing = true;
        await using var portal = hasAccount ? Portal.Before(appliance) : Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri));

        using var right = await portal.GetAsync($"{PortalRequests.Door}?{Form("101", "Åsa Lindqvist")}");
        using var wrong = await portal.GetAsync($"{PortalRequests.Door}?{Form("999", "Somebody")}");
        using var nameless = await portal.GetAsync($"{PortalRequests.Door}?id=101", "application/json");
        using var numberless = await portal.GetAsync($"{PortalRequests.Door}?name=Somebody", "application/json");

        Assert.Equal(200, (int)right.StatusCode);
        Assert.Equal(422, (int)wrong.StatusCode);
        Assert.Equal("name", Assert.Single((await nameless.ProblemAsync())["errors"]!.AsObject()).Key);
        Assert.Equal("id", Assert.Single((await numberless.ProblemAsync())["errors"]!.AsObject()).Key);
        Assert.Equal(
            [$"{PortalRequests.Door}?id=101&name=%C3%85sa%20Lindqvist", $"{PortalRequests.Door}?id=999&name=Somebody"],
            appliance.Requests.To(PortalRequests.Door).Select(request => request.RawTarget));
    }

    [Fact]
    public async Task A_stale_directory_still_decides()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance).WithDirectoryAsync();
        appliance.State.Failing = true;

        using var known = await portal.GetAsync($"{PortalRequests.Door}?id=101");
        using var unknown = await portal.GetAsync($"{PortalRequests.Door}?id=999&name=Somebody");
        using var knownAfterwards = await portal.GetAsync($"{PortalRequests.Door}?id=101");

        Assert.Equal(200, (int)known.StatusCode);
        Assert.Equal(422, (int)unknown.StatusCode);
        Assert.Equal(200, (int)knownAfterwards.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_has_just_logged_in_is_found_by_one_refresh_that_all_share()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance).WithDirectoryAsync();
        appliance.State.LogIn(new Person(200, "New Here", "Here, N."));
        appliance.Requests.Clear();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => portal.GetAsync($"{PortalRequests.Door}?id=200")));
        using var nobody = await portal.GetAsync($"{PortalRequests.Door}?id=998");
        using var nobodyElse = await portal.GetAsync($"{PortalRequests.Door}?id=999");

        Assert.All(answers, answer => Assert.Equal(200, (int)answer.StatusCode));
        Assert.Equal(422, (int)nobody.StatusCode);
        Assert.Equal(422, (int)nobodyElse.StatusCode);

        // One refresh asks twice: for who is logged in, and for the teams.
        Assert.Equal(
            ["get_logged_in_reps", "get_support_teams"], appliance.Requests.To(CommandPath).Select(request => request.Value("action")));
    }

    private static string Form(string id, string? name) =>
        PortalRequests.Query([("id", id), .. name is null ? Array.Empty<(string, string)>() : [("name", name)]]);
}
