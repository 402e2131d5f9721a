using PortalProxy.Appliance;

namespace PortalProxy.Tests.Appliance;

public sealed class CommandApiTests
{
    [Fact]
    public async Task Credentials_travel_in_a_body_and_each_call_closes_its_connection()
    {
        await using var stand = await DirectoryStand.StartAsync();

        await stand.Api.GetLoggedInRepresentativesAsync(TestContext.Current.CancellationToken);
        await stand.Api.GetSupportTeamsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["get_logged_in_reps", "get_support_teams"], stand.Appliance.Requests.All.Select(one => one.Value("action")));
        Assert.All(stand.Appliance.Requests.All, one =>
        {
            Assert.Equal(("POST", "/api/command.ns"), (one.Method, one.RawTarget));
            Assert.Equal(("portal", "simulated"), (one.Value("username"), one.Value("password")));
            Assert.Equal("close", one.Header("Connection"));
            Assert.Null(one.Header("Authorization"));
            Assert.Null(one.Header("traceparent"));
        });
    }

    [Fact]
    public async Task Teams_come_with_members_and_issues()
    {
        await using var stand = await DirectoryStand.StartAsync();

        var teams = await stand.Api.GetSupportTeamsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Customer Care", "Field Technicians"], teams.Select(one => one.Name));
        Assert.All(teams, one => Assert.NotEmpty(one.Members));
        Assert.All(teams, one => Assert.NotEmpty(one.Issues));
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_the_appliances_words_without_the_password()
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:Password", "open sesame"));

        var failure = await RefusalAsync(stand);

        Assert.Contains("Authentication failed", failure.Message);
        Assert.DoesNotContain("sesame", failure.ToString());
    }

    [Fact]
    public async Task Another_status_than_200_is_a_failure()
    {
        await using var stand = await DirectoryStand.StartAsync();
        stand.Appliance.State.Failing = true;

        Assert.Equal("get_logged_in_reps: the appliance answered with status 500.", (await RefusalAsync(stand)).Message);
    }

    [Fact]
    public async Task An_appliance_that_is_not_there_is_a_failure()
    {
        await using var stand = await DirectoryStand.StartAsync();
        await stand.Appliance.DisposeAsync();

        Assert.StartsWith("get_logged_in_reps: the appliance could not be asked (", (await RefusalAsync(stand)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_is_a_setting()
    {
        await using var stand = await DirectoryStand.StartAsync(("Appliance:CommandPath", "/api/command"));

        await RefusalAsync(stand);

        Assert.Equal("/api/command", Assert.Single(stand.Appliance.Requests.All.Select(one => one.RawTarget).Distinct()));
    }

    private static Task<CommandApiException> RefusalAsync(DirectoryStand stand) =>
        Assert.ThrowsAsync<CommandApiException>(() => stand.Api.GetLoggedInRepresentativesAsync(TestContext.Current.CancellationToken));
}
