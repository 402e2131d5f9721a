using PortalProxy.Appliance;
using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Check;

/// <summary>No secret is printed by <c>check</c>, whatever the appliance repeats of it.</summary>
public sealed class CheckSecretsTests
{
    private const string Password = "MARKED pass+word/ä";
    private const string ClientSecret = "MARKED%client=secret";
    private const string Key = "MARKED7";

    [Theory]
    [InlineData("client", false)]
    [InlineData("client", true)]
    [InlineData("page", false)]
    [InlineData("page", true)]
    [InlineData("redirect", false)]
    [InlineData("redirect", true)]
    public async Task A_password_a_key_and_what_the_appliance_makes_of_them(string manner, bool json)
    {
        await using var appliance = await QuotingAppliance.StartAsync();
        appliance.Manner = manner;
        string[] settings = [$"--Appliance:BaseUrl={appliance.Url}", "--Appliance:Username=portal", $"--Appliance:Password={Password}"];

        await HasNoSecretAsync(appliance, json, [.. settings, "--try", $"key:{Key}"]);

        Assert.Contains("MARKED+pass%2Bword", appliance.Heard);
        Assert.Contains($"short_key={Key}", appliance.Heard);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_secret_and_a_token(bool json)
    {
        await using var appliance = await QuotingAppliance.StartAsync();
        string[] settings = [$"--Appliance:BaseUrl={appliance.Url}", "--Appliance:ClientId=0123abcd", $"--Appliance:ClientSecret={ClientSecret}"];

        await HasNoSecretAsync(appliance, json, settings);

        Assert.Contains($"Bearer {QuotingAppliance.Token}", appliance.Heard);
    }

    [Theory]
    [InlineData(Era.Guide2008)]
    [InlineData(Era.Current)]
    public async Task The_token_in_a_clients_name_and_cookies(Era era)
    {
        await using var appliance = await Simulated.StartAsync(era);
        foreach (var json in (string[][])[[], ["--json"]])
        {
            var run = await CheckRun.OfAsync(CheckRun.Before(appliance, era, [.. json, "--try", "issue"]));

            Assert.Contains("bomgar-scc-•••.exe", run.Output);
            Assert.DoesNotMatch("[a-z0-9]{24}", run.Output);
            Assert.DoesNotContain("ns_s=", run.Output);
            Assert.DoesNotContain(CheckRun.ClientSecret, run.Output);
        }
    }

    [Fact]
    public async Task A_wrong_setting_is_told_without_the_secret_beside_it()
    {
        var run = await CheckRun.OfAsync($"--Appliance:Password={Password}", "--Appliance:BaseUrl=https://support.example.com");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Appliance:Username is missing", run.Output);
        Assert.DoesNotContain("MARKED", run.Output);
    }

    [Fact]
    public void What_a_terminal_would_obey_is_taken_out() =>
        Assert.Equal("a [2J b", new Redaction([]).Clean("a\u001b[2J\nb\u0007"));

    [Theory]
    [InlineData("x", "the exit is x", "the exit is •••")]
    [InlineData("pass word", "?p=pass+word&q=PASS%20WORD", "?p=•••&q=•••")]
    [InlineData("none", "support-portal-of-the-example-company.example.com", "support-portal-of-the-example-company.example.com")]
    [InlineData("none", "ID _4f1c2b3a4f1c2b3a4f1c2b3a", "ID _•••")]
    public void Secrets_and_what_looks_like_one_are_masked(string secret, string said, string printed) =>
        Assert.Equal(printed, new Redaction([secret]).Clean(said));

    private static async Task HasNoSecretAsync(QuotingAppliance appliance, bool json, string[] arguments)
    {
        var run = await CheckRun.OfAsync(json ? ["--json", .. arguments] : arguments);

        Assert.DoesNotContain("MARKED", run.Output + run.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("•••", run.Output);
        Assert.Contains("Nothing for", run.Output);
        Assert.Contains("MARKED", appliance.Heard);
    }
}
