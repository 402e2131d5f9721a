using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Check;

/// <summary><c>check</c> names the step that fails and how to mend it; what depends on that step is not asked.</summary>
public sealed class FailedCheckTests
{
    private static readonly string[] AfterTheConnection =
        ["certificate", "command API", "representatives", "teams", "issues", "customer client"];

    [Fact]
    public async Task Wrong_settings_are_named_all_at_once()
    {
        var run = await CheckRun.ReadAsync("--Appliance:BaseUrl=support.example.com", "--Portal:SessionKeyLength=99");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["Appliance:BaseUrl", "Portal:SessionKeyLength"],
            run.Lines.Where(line => line is { Step: "settings", Verdict: "failed" }).Select(line => line.Detail.Split(' ')[0]));
        Assert.All(run.Lines.Where(line => line.Step != "settings"), line => Assert.Equal("notAsked", line.Verdict));
    }

    [Fact]
    public async Task A_wrong_host_has_no_address()
    {
        // RFC 6761: a name that never resolves.
        var run = await CheckRun.ReadAsync(["--Appliance:BaseUrl=https://support.invalid", .. CheckRun.AccountOf(Era.Guide2008)]);

        run.FailedAt("name", ["connection", .. AfterTheConnection]);
        Assert.Contains("Appliance:BaseUrl", run.Of("name").Remedy);
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_a_wrong_host_too()
    {
        var run = await CheckRun.ReadAsync(["--Appliance:BaseUrl=https://0.0.0.0", .. CheckRun.AccountOf(Era.Guide2008)]);

        run.FailedAt("name", ["connection", .. AfterTheConnection]);
    }

    [Fact]
    public async Task A_port_where_nobody_listens()
    {
        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={CheckRun.Closed("https")}");

        run.FailedAt("connection", AfterTheConnection);
        Assert.Contains("ConnectionRefused", run.Of("connection").Detail);
    }

    [Fact]
    public async Task A_wrong_password()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Guide2008, "--Appliance:Password=wrong"));

        run.FailedAt("command API", "certificate", "representatives", "teams", "issues");
        Assert.Contains("Authentication failed", run.Of("command API").Detail);
        Assert.Contains("Appliance:Username and Appliance:Password", run.Of("command API").Remedy);
    }

    [Fact]
    public async Task A_wrong_client_secret()
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Current, "--Appliance:ClientSecret=wrong"));

        run.FailedAt("command API", "certificate", "representatives", "teams", "issues");
        Assert.Contains("401", run.Of("command API").Detail);
        Assert.Contains("Appliance:ClientId and Appliance:ClientSecret", run.Of("command API").Remedy);
        Assert.Single(appliance.Requests.To("/oauth2/token"));
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task An_account_without_command_API_rights(Era era)
    {
        await using var appliance = await Simulated.StartAsync(new SimulatedApplianceOptions { Era = era, CommandRights = false });

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, era));

        run.FailedAt("command API", "certificate", "representatives", "teams", "issues");
        Assert.Contains("404", run.Of("command API").Detail);
        Assert.Contains("\"Document Not Found\"", run.Of("command API").Remedy);
        Assert.Equal("ok", run.VerdictOf("customer client"));
    }

    [Theory]
    [InlineData(Era.Current, Era.Guide2008, "Appliance:ClientId and Appliance:ClientSecret")]
    [InlineData(Era.Guide2008, Era.Current, "Appliance:Username and Appliance:Password")]
    public async Task An_account_of_the_other_era_is_recognised(Era era, Era ofTheAccount, string remedy)
    {
        await using var appliance = await Simulated.StartAsync(era);

        var run = await CheckRun.ReadAsync(
            [$"--Appliance:BaseUrl={appliance.Url}", .. CheckRun.AccountOf(ofTheAccount), $"--Appliance:SessionApi={CheckRun.DialectOf(era)}"]);

        run.FailedAt("command API", "certificate", "representatives", "teams", "issues");
        Assert.Contains(remedy, run.Of("command API").Remedy);
    }

    [Theory]
    [InlineData(Era.Current, Era.Guide2008)]
    [InlineData(Era.Guide2008, Era.Current)]
    public async Task The_dialect_of_the_other_era_is_recognised(Era era, Era ofTheDialect)
    {
        await using var appliance = await Simulated.StartAsync(era);

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, era, $"--Appliance:SessionApi={CheckRun.DialectOf(ofTheDialect)}"));

        run.FailedAt("customer client", "certificate");
        Assert.StartsWith($"Set Appliance:SessionApi to {CheckRun.DialectOf(era)}", run.Of("customer client").Remedy, StringComparison.Ordinal);
        Assert.All(appliance.Requests.All.Where(one => one.RawTarget.Contains("issue_menu", StringComparison.Ordinal)), one => Assert.Equal("HEAD", one.Method));
    }

    [Fact]
    public async Task An_appliance_that_never_answers_costs_no_more_than_the_time_out()
    {
        await using var silent = RawAppliance.Playing(exchange => exchange.WaitUntilGoneAsync());

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={silent.Url}", "--Appliance:AnswerTimeout=00:00:00.2000000");

        run.FailedAt("customer client", "certificate", "command API", "representatives", "teams", "issues");
        Assert.Contains("within 00:00:00.2", run.Of("customer client").Detail);
    }

    [Fact]
    public async Task Something_that_is_no_command_API_is_told_as_such()
    {
        await using var page = RawAppliance.Saying("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<h1>Document Not Found</h1><br>");

        var run = await CheckRun.ReadAsync([$"--Appliance:BaseUrl={page.Url}", .. CheckRun.AccountOf(Era.Guide2008)]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Appliance:CommandPath", run.Of("command API").Remedy);
        Assert.Contains("--try", run.Of("customer client").Remedy);
    }
}
