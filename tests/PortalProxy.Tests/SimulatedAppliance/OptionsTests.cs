using PortalProxy.SimulatedAppliance;
using Simulated = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:80")]
    [InlineData("https://127.0.0.1:0")]
    [InlineData("http://127.0.0.1:0/path")]
    [InlineData("http://localhost:0")]
    public void An_address_that_cannot_be_listened_at_is_named(string address)
    {
        var mistake = Assert.Throws<ArgumentException>(new SimulatedApplianceOptions { Url = address }.Validate);
        Assert.Contains($"Url is '{address}'", mistake.Message, StringComparison.Ordinal);
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
