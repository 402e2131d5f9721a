using System.Security.Cryptography.X509Certificates;
using PortalProxy.SimulatedAppliance;
using Simulated = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:80")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("https://localhost:0")]
    [InlineData("ftp://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0/path")]
    [InlineData("http://localhost:0")]
    public void An_address_that_cannot_be_listened_at_is_named(string address)
    {
        var mistake = Assert.Throws<ArgumentException>(new SimulatedApplianceOptions { Url = address }.Validate);
        Assert.Contains($"Url is '{address}'", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_for_plain_http_is_a_mistake()
    {
        using var certificate = Certificates.SelfSigned();
        var mistake = Assert.Throws<ArgumentException>(new SimulatedApplianceOptions { Certificate = certificate }.Validate);
        Assert.Contains("https", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_its_private_key_is_a_mistake()
    {
        using var whole = Certificates.SelfSigned();
        using var half = X509CertificateLoader.LoadCertificate(whole.RawData);
        var options = new SimulatedApplianceOptions { Url = "https://127.0.0.1:0", Certificate = half };
        Assert.Contains("private key", Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_of_the_current_era_are_named()
    {
        var options = new SimulatedApplianceOptions
        {
            Era = (Era)7,
            ClientId = "por:tal",
            ClientSecret = "",
            TokenLifetime = TimeSpan.Zero,
            AppStore = new Uri("app", UriKind.Relative),
        };
        var mistakes = Assert.Throws<ArgumentException>(options.Validate).Message.Split(Environment.NewLine);
        Assert.Equal(["Era", "ClientId", "ClientSecret", "TokenLifetime", "AppStore"], mistakes.Select(mistake => mistake.Split(' ')[0]));
    }

    [Fact]
    public async Task All_mistakes_are_reported_at_once()
    {
        var options = new SimulatedApplianceOptions { Username = "", Password = "", ClientBytes = 0 };
        var mistake = await Assert.ThrowsAsync<ArgumentException>(() => Simulated.StartAsync(options, TestContext.Current.CancellationToken));
        Assert.Equal(3, mistake.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_client_and_another_makes_another()
    {
        Assert.Equal(await Sha256Async(1), await Sha256Async(1));
        Assert.NotEqual(await Sha256Async(1), await Sha256Async(2));
    }

    private static async Task<string> Sha256Async(int seed)
    {
        var options = new SimulatedApplianceOptions { ClientSeed = seed, ClientBytes = 1000 };
        await using var appliance = await Simulated.StartAsync(options, TestContext.Current.CancellationToken);
        return appliance.Client.Sha256;
    }
}
