using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Check;

/// <summary><c>check --try</c> before appliances that speak the dialect of the settings.</summary>
public sealed class TrialTests
{
    [Theory]
    [InlineData(Era.Guide2008, "issue")]
    [InlineData(Era.Current, "issue")]
    [InlineData(Era.Guide2008, "representative:101")]
    [InlineData(Era.Current, "representative:101")]
    public async Task A_client_comes_by_HEAD_by_GET_and_by_GET_again(Era era, string way)
    {
        await using var appliance = await Simulated.StartAsync(era);

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, era, "--try", way));

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Proposals);
        var own = run.Lines.Where(line => line.Section == $"{CheckRun.DialectOf(era)}, the dialect of the settings").ToList();
        Assert.Equal([("HEAD", "ok"), ("GET", "ok"), ("GET again", "ok")], own.Select(line => (line.Step, line.Verdict)));
        Assert.All(own, line =>
        {
            Assert.True(line.Facts.GetProperty("isClient").GetBoolean());
            Assert.Equal(200, line.Facts.GetProperty("status").GetInt32());
            Assert.Equal(Simulated.SmallClient, line.Facts.GetProperty("length").GetInt64());
            Assert.Equal("bomgar-scc-•••.exe", line.Facts.GetProperty("fileName").GetString());
        });
        Assert.Contains(CheckRun.DialectOf(era), run.Of("dialect").Detail);
        Assert.Contains("a name of its own", run.Of("asked again").Detail);
        Assert.Equal(("ok", "ok"), (run.VerdictOf("clients say attachment"), run.VerdictOf("elements of issues")));
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task A_session_key_is_tried_and_found_to_work_once(Era era)
    {
        await using var appliance = await Simulated.StartAsync(era);
        var key = appliance.State.MakeKey("general", TimeSpan.FromHours(1)).ShortKey;

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, era, "--try", $"key:{key}"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("works once", run.Of("asked again").Detail);
        Assert.Equal("ok", run.VerdictOf("refusals are pages"));
        Assert.Equal(era == Era.Guide2008 ? "ok" : "notAsked", run.VerdictOf("key parameter of 2008"));
        Assert.True(appliance.State.Keys[0].Used);
    }

    [Fact]
    public async Task Both_HEADs_come_before_the_first_GET_may_use_a_key_up()
    {
        await using var appliance = await Simulated.StartAsync();
        var key = appliance.State.MakeKey("general", TimeSpan.FromHours(1)).ShortKey;

        await CheckRun.OfAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", $"key:{key}");

        Assert.Equal(
            [
                ("HEAD", "/download_customer_connector.ns"), ("HEAD", "/api/start_session"),
                ("GET", "/download_customer_connector.ns"), ("GET", "/download_customer_connector.ns"),
                ("GET", "/api/start_session"), ("GET", "/api/start_session"),
            ],
            appliance.Requests.All.Select(one => (one.Method, one.Path)));
        Assert.All(appliance.Requests.All, one => Assert.Equal(key, one.Value("short_key")));
    }

    [Fact]
    public async Task A_big_client_is_broken_off_after_a_piece()
    {
        await using var appliance = await Simulated.StartAsync(clientBytes: 64 * 1024 * 1024);

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "issue");

        var get = Assert.Single(run.Lines, line => line.Step == "GET" && line.Section.Contains("of the settings"));
        Assert.True(get.Facts.GetProperty("brokenOffByTheCheck").GetBoolean());
        Assert.Equal(256 * 1024, get.Facts.GetProperty("bytesRead").GetInt32());
        Assert.Equal(64 * 1024 * 1024, get.Facts.GetProperty("length").GetInt32());
        Assert.Equal(RequestEnding.Aborted, await Soon.Within(appliance.Requests.All.First(one => one.Method == "GET").Ended));
    }

    [Fact]
    public async Task The_table_shows_the_headers_and_the_text_of_a_page()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.OfAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "key:7654321");

        var lines = run.Output.Split(Environment.NewLine).Select(line => line.Trim()).ToList();
        Assert.Contains("Content-Type: text/html; charset=utf-8", lines);
        Assert.Contains("Server: Bomgar", lines);
        Assert.Contains(lines, line => line.StartsWith("Text of the page: \"Support Portal Support Portal The session could not be started.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_of_the_appliance_to_itself_is_followed()
    {
        await using var appliance = await Simulated.StartAsync();
        appliance.State.ConnectorRedirect = new("/download_customer_connector.ns?issue_menu=1", Times: 1);

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "issue");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Lines, line => line.Step == "HEAD" && line.Detail.EndsWith("after 1 redirects to itself", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_of_another_length_proposes_the_setting()
    {
        await using var appliance = await Simulated.StartAsync();
        var key = appliance.State.MakeKey("general", TimeSpan.FromHours(1)).ShortKey;

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Guide2008, "--Portal:SessionKeyLength=9", "--try", $"key:{key}"));

        Assert.Equal([$"Portal:SessionKeyLength={key.Length}"], run.Proposals);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task The_default_sites_host_name_is_asked_for()
    {
        await using var appliance = await Simulated.StartAsync();

        await CheckRun.OfAsync(CheckRun.Before(appliance, Era.Guide2008, "--Portal:ApplianceHost=sales.example.com", "--try", "issue"));

        Assert.All(appliance.Requests.To("/download_customer_connector.ns"), one => Assert.Equal("sales.example.com", one.Host));
    }
}
