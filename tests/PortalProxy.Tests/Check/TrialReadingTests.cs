using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Check;

/// <summary>What <c>check --try</c> recognises where no client comes, and what it proposes.</summary>
public sealed class TrialReadingTests
{
    [Theory]
    [InlineData(Era.Current, Era.Guide2008)]
    [InlineData(Era.Guide2008, Era.Current)]
    public async Task The_wrong_era_is_recognised_and_the_settings_are_proposed(Era era, Era ofTheSettings)
    {
        await using var appliance = await Simulated.StartAsync(era);

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, ofTheSettings, "--try", "issue"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("failed", run.VerdictOf("dialect"));
        Assert.Contains("another era", run.Of("dialect").Detail);
        Assert.Equal($"Appliance:SessionApi={CheckRun.DialectOf(era)}", run.Proposals[0]);
        Assert.Contains(run.Proposals, one => one.StartsWith(era == Era.Current ? "Appliance:ClientSecret=…" : "Appliance:Password=…", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_wrong_era_shows_though_the_request_was_refused()
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "key:7654321");

        Assert.Equal(("failed", "failed"), (run.VerdictOf("dialect"), run.VerdictOf("request")));
        Assert.Equal(["Appliance:SessionApi=StartSession"], run.Proposals);
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task A_SAML_sign_in_is_recognised(Era era)
    {
        await using var appliance = await Simulated.StartAsync(new SimulatedApplianceOptions { Era = era, SamlSignIn = true });

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, era, "--try", "issue"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(("ok", "failed"), (run.VerdictOf("dialect"), run.VerdictOf("sign-in")));
        Assert.Contains("Switch it off", run.Of("sign-in").Remedy);
        Assert.Empty(run.Proposals);
        Assert.DoesNotContain(run.Lines, line => line.Step == "request");
    }

    [Fact]
    public async Task A_SAML_sign_in_by_redirect_is_recognised_without_a_proper_trial_too()
    {
        await using var appliance = await Simulated.StartAsync();
        appliance.State.ConnectorRedirect = new("https://login.example.com/saml2?SAMLRequest=fVLLTsMwELwj8Q&RelayState=x");

        var tried = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "issue");
        var looked = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}");

        Assert.Equal("failed", tried.VerdictOf("sign-in"));
        Assert.Contains("SAML", looked.Of("customer client").Remedy);
        Assert.Contains("redirects to https://login.example.com/saml2?…", looked.Of("customer client").Detail);
    }

    [Fact]
    public async Task A_key_that_does_not_work_is_told_from_an_appliance_that_does_not()
    {
        await using var appliance = await Simulated.StartAsync();

        var refused = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "key:7654321");
        appliance.State.ConnectorFailing = true;
        var failing = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "key:7654321");

        Assert.Equal(("ok", "failed"), (refused.VerdictOf("dialect"), refused.VerdictOf("request")));
        Assert.Contains("Appliance:SessionKeyParameter", refused.Of("request").Remedy);
        Assert.Equal("failed", failing.VerdictOf("dialect"));
        Assert.Contains("neither dialect", failing.Of("dialect").Detail);
    }

    [Theory]
    [InlineData("representative:105", "Try one of 101, 102, 103, 104.")]
    [InlineData("representative:999", "Try one of 101, 102, 103, 104.")]
    public async Task A_representative_who_is_not_logged_in_is_not_asked_for(string way, string remedy)
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Guide2008, "--try", way));

        Assert.Equal((1, remedy), (run.ExitCode, run.Of("request").Remedy));
        Assert.Empty(appliance.Requests.To("/download_customer_connector.ns"));
    }

    [Fact]
    public async Task Without_an_account_a_representative_needs_a_name()
    {
        await using var appliance = await Simulated.StartAsync();

        var nameless = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "representative:101");
        var named = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "representative:101:Åsa Lindqvist");
        var misnamed = await CheckRun.ReadAsync($"--Appliance:BaseUrl={appliance.Url}", "--try", "representative:101:Asa");

        Assert.Contains("representative:ID:NAME", nameless.Of("request").Remedy);
        Assert.Equal((0, 1), (named.ExitCode, misnamed.ExitCode));
        Assert.Contains("exactly this name", misnamed.Of("request").Remedy);
    }

    [Fact]
    public async Task Behind_a_port_that_is_closed_nothing_is_tried()
    {
        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={CheckRun.Closed()}", "--try", "issue");

        Assert.Equal((1, "notAsked"), (run.ExitCode, run.VerdictOf("request")));
    }

    [Fact]
    public async Task Assumptions_that_do_not_hold_are_warnings()
    {
        await using var inline = RawAppliance.Saying(RawAppliance.ClientHead(2, "Content-Disposition: inline; filename=\"support.exe\"") + "MZ");

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl={inline.Url}", "--try", "issue");

        Assert.Equal((0, "warning"), (run.ExitCode, run.VerdictOf("clients say attachment")));
        Assert.Contains("the same client again", run.Of("asked again").Detail);
    }
}
