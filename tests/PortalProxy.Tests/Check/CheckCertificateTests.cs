using System.Security.Cryptography.X509Certificates;
using PortalProxy.Check.Connection;
using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Check;

/// <summary>What <c>check</c> says of an appliance's certificate; nothing is asked of an appliance behind a bad one.</summary>
public sealed class CheckCertificateTests : IDisposable
{
    private static readonly string[] AfterTheCertificate = ["command API", "representatives", "teams", "issues", "customer client"];

    private readonly PrivateAuthority authority = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_of_a_private_authority_is_trusted_through_the_setting()
    {
        var run = await BeforeAsync(authority.IssueFor("localhost", daysLeft: 59), isTrusted: true);

        Assert.Equal(0, run.ExitCode);
        var facts = run.Of("certificate").Facts;
        Assert.Contains("; trusted through Appliance:TrustedCertificates", run.Of("certificate").Detail);
        Assert.Equal("CN=localhost", facts.GetProperty("subject").GetString());
        Assert.Equal("CN=Example CA", facts.GetProperty("issuer").GetString());
        Assert.Equal("localhost", facts.GetProperty("names")[0].GetString());
        Assert.Equal("Appliance:TrustedCertificates", facts.GetProperty("trustedThrough").GetString());
        Assert.InRange(facts.GetProperty("validUntil").GetDateTime(), DateTime.UtcNow.AddDays(58), DateTime.UtcNow.AddDays(60));
        Assert.Equal(("ok", "ok"), (run.VerdictOf("command API"), run.VerdictOf("customer client")));
    }

    [Fact]
    public async Task One_that_expires_soon_is_a_warning()
    {
        var run = await BeforeAsync(authority.IssueFor("localhost", daysLeft: 10), isTrusted: true);

        Assert.Equal((0, "warning"), (run.ExitCode, run.VerdictOf("certificate")));
        Assert.Contains("Renew", run.Of("certificate").Remedy);
    }

    [Fact]
    public Task One_that_has_expired() =>
        IsRefusedAsync(authority.IssueFor("localhost", daysLeft: -1), isTrusted: true, "has expired", "Renew the certificate");

    [Fact]
    public Task One_for_another_host() =>
        IsRefusedAsync(authority.IssueFor("support.example.com"), isTrusted: true, "it is not for localhost", "under a name of its certificate");

    [Fact]
    public Task One_of_an_authority_that_nobody_knows() =>
        IsRefusedAsync(authority.IssueFor("localhost"), isTrusted: false, "refused: ", "Appliance:TrustedCertificates");

    [Fact]
    public async Task One_that_lacks_the_name_of_a_public_site_costs_that_site_alone()
    {
        var run = await BeforeAsync(
            authority.IssueFor("localhost", daysLeft: 59),
            isTrusted: true,
            "--Portal:Sites:sales:Hosts:0=help.example.com",
            "--Portal:Sites:sales:ApplianceHost=sales.example.com");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["ok", "failed"], run.Lines.Where(line => line.Step == "certificate").Select(line => line.Verdict));
        Assert.Equal(["ok", "notAsked"], run.Lines.Where(line => line.Step == "customer client").Select(line => line.Verdict));
        Assert.Equal("ok", run.VerdictOf("command API"));
    }

    [Fact]
    public async Task A_port_that_speaks_no_TLS()
    {
        await using var appliance = await Simulated.StartAsync();

        var run = await CheckRun.ReadAsync(CheckRun.Before(appliance, Era.Guide2008, $"--Appliance:BaseUrl=https://127.0.0.1:{appliance.Url.Port}"));

        run.FailedAt("certificate", AfterTheCertificate);
        Assert.Contains("speaks https", run.Of("certificate").Remedy);
    }

    [Fact]
    public async Task A_port_that_says_nothing_costs_no_more_than_the_time_out()
    {
        await using var silent = RawAppliance.Playing(exchange => exchange.WaitUntilGoneAsync());

        var run = await CheckRun.ReadAsync($"--Appliance:BaseUrl=https://127.0.0.1:{silent.Url.Port}", "--Appliance:ConnectTimeout=00:00:00.2000000");

        run.FailedAt("certificate", AfterTheCertificate);
        Assert.Contains("within 00:00:00.2", run.Of("certificate").Detail);
    }

    [Theory]
    [InlineData("http://support.example.com/", "Warning")]
    [InlineData("http://192.0.2.1/", "Warning")]
    [InlineData("http://127.0.0.1:8181/", "NotAsked")]
    [InlineData("http://localhost/", "NotAsked")]
    public void Http_across_a_network_is_a_warning(string address, string verdict) =>
        Assert.Equal(verdict, CertificateCheck.WithoutTls(new Uri(address)).Verdict.ToString());

    private async Task IsRefusedAsync(X509Certificate2 shown, bool isTrusted, string fault, string remedy)
    {
        var run = await BeforeAsync(shown, isTrusted);

        run.FailedAt("certificate", AfterTheCertificate);
        Assert.Contains(fault, run.Of("certificate").Detail);
        Assert.Contains(shown.Issuer, run.Of("certificate").Detail);
        Assert.Contains(remedy, run.Of("certificate").Remedy);
    }

    private async Task<CheckRun> BeforeAsync(X509Certificate2 shown, bool isTrusted, params string[] more)
    {
        await using var appliance = await Simulated.StartAsync(
            new SimulatedApplianceOptions { Url = "https://127.0.0.1:0", Certificate = shown, ClientBytes = Simulated.SmallClient });
        return await CheckRun.ReadAsync(
        [
            $"--Appliance:BaseUrl=https://localhost:{appliance.Url.Port}",
            .. CheckRun.AccountOf(Era.Guide2008),
            .. isTrusted ? [$"--Appliance:TrustedCertificates={folder.Write("ca.pem", authority.Certificate.ExportCertificatePem())}"] : Array.Empty<string>(),
            .. more,
        ]);
    }
}
