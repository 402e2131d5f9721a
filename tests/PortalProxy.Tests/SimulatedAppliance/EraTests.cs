using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class EraTests : WithAnAppliance
{
    [Theory]
    [InlineData("GET", "/api/start_session?issue_menu=1")]
    [InlineData("GET", "/download_client_connector?issue_menu=1")]
    [InlineData("GET", "/download_client_connector.ns?issue_menu=1")]
    [InlineData("POST", "/api/command")]
    [InlineData("POST", "/oauth2/token")]
    public async Task An_appliance_of_2008_does_not_know_the_addresses_of_today(string method, string target)
    {
        using var answer = await SendAsync(new HttpMethod(method), target);
        Assert.Equal(500, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/download_customer_connector.ns?issue_menu=1")]
    [InlineData("POST", "/api/command.ns")]
    [InlineData("GET", "/oauth2/token")]
    [InlineData("DELETE", "/api/start_session")]
    public async Task An_appliance_of_today_does_not_know_the_addresses_of_2008(string method, string target)
    {
        await PlayAsync(new() { Era = Era.Current });
        using var answer = await SendAsync(new HttpMethod(method), target);
        Assert.Equal(500, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Two_thousand_and_eight_is_the_era_unless_told_otherwise()
    {
        Assert.Equal(Era.Guide2008, new SimulatedApplianceOptions().Era);
        using var answer = await SendAsync(HttpMethod.Get, $"{Connector}?issue_menu=1");
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }

    [Fact]
    public async Task In_2008_no_code_name_and_no_limit_is_known()
    {
        using var answer = await SendAsync(HttpMethod.Get, $"{Connector}?issue_menu=1&codeName=nothing&locale=xx&customer_desc={new string('x', 2000)}");
        await Answers.IsTheClientAsync(answer, Appliance.Client.Sha256);
    }
}
