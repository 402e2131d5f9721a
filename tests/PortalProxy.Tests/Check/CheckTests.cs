using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Check;

/// <summary><c>check</c> before appliances that are as they should be.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task All_is_well(Era era)
    {
        await using var appliance = await Simulated.StartAsync(era);

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, era));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["settings", "name", "connection", "certificate", "command API", "representatives", "teams", "issues", "customer client"],
            run.Lines.Select(line => line.Step));
        Assert.All(run.Lines, line => Assert.Equal(line.Step == "certificate" ? "notAsked" : "ok", line.Verdict));
        Assert.Equal("4 logged in, 3 of them listed", run.Of("representatives").Detail);
        Assert.Equal(("2", "4"), (run.Of("teams").Detail, run.Of("issues").Detail));
        Assert.Contains($"{Simulated.SmallClient} bytes, client bomgar-scc-•••.exe", run.Of("customer client").Detail);
    }

    [Fact]
    public async Task It_asks_for_a_client_by_HEAD_once_and_takes_one_token()
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);

        await CheckRun.OfAsync(CheckRun.Before(appliance, Era.Current));

        Assert.Equal("HEAD", Assert.Single(appliance.Requests.To("/api/start_session")).Method);
        Assert.Equal(1, appliance.State.Tokens.Issued);
        Assert.Equal(
            ["/api/command", "/api/start_session", "/oauth2/token"], appliance.Requests.All.Select(one => one.Path).Distinct().Order());
    }

    [Fact]
    public async Task The_table_is_aligned_and_has_one_line_for_each_step()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.OfAsync(CheckRun.Before(appliance, Era.Guide2008));

        var lines = run.Output.Split(Environment.NewLine);
        Assert.Contains("  ok         representatives  4 logged in, 3 of them listed", lines);
        Assert.Contains("  ok         teams            2", lines);
        Assert.Contains("8 ok, 0 warning, 0 failed, 1 not asked.", lines);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Every_address_is_checked_by_itself()
    {
        await using var appliance = await Simulated.StartAsync();
        var gone = CheckRun.Closed();

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Guide2008, $"--Appliance:BackupUrls:0={gone}"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("failed", Assert.Single(run.Lines, line => line.Section == gone.AbsoluteUri && line.Step == "connection").Verdict);
        Assert.DoesNotContain(run.Lines, line => line.Section == appliance.Url.AbsoluteUri && line.Verdict == "failed");
    }

    [Fact]
    public async Task Every_public_site_is_asked_under_its_own_host_name()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.ReadAsync(CheckRun.Before(
            appliance, Era.Guide2008, "--Portal:Sites:sales:Hosts:0=help.example.com", "--Portal:Sites:sales:ApplianceHost=sales.example.com"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Lines.Count(line => line is { Step: "customer client", Verdict: "ok" }));
        Assert.Equal(
            [appliance.Url.Authority, "sales.example.com"],
            appliance.Requests.To("/download_customer_connector.ns").Select(one => one.Host));
    }

    [Fact]
    public async Task Without_an_account_nobody_is_counted_and_the_client_still_is_asked_for()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(("notAsked", "notAsked", "ok"), (run.VerdictOf("command API"), run.VerdictOf("issues"), run.VerdictOf("customer client")));
    }

    [Fact]
    public async Task A_setting_that_nobody_reads_is_a_warning()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Guide2008, "--Appliance:BackupUrl=https://support2.example.com"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Appliance:BackupUrl ", Assert.Single(run.Lines, line => line.Verdict == "warning").Detail);
    }

    [Fact]
    public async Task In_demo_mode_the_simulated_appliance_is_started_and_checked()
    {
        await using var check = PortalProcess.Start("Development", ["check"]);

        Assert.Contains("simulated appliance", await check.LineHavingAsync("settings"));
        Assert.Contains("  ok ", await check.LineHavingAsync("customer client"));
        var (exitCode, errors) = await check.EndAsync();
        Assert.Equal((0, ""), (exitCode, errors.Trim()));
    }
}
