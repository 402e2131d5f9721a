using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class CommandRightsTests : WithACurrentAppliance
{
    [Theory]
    [InlineData(Era.Guide2008, "/api/command.ns?username=portal&password=simulated&action=get_api_info")]
    [InlineData(Era.Current, "/api/command?action=get_api_info")]
    public async Task Without_rights_the_command_API_looks_as_if_it_were_not_there(Era era, string target)
    {
        await PlayAsync(new() { Era = era, CommandRights = false });
        using var answer = await SendAsync(HttpMethod.Get, target);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<title>Document Not Found</title>", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_token_is_issued_and_changes_nothing()
    {
        await PlayAsync(Options with { CommandRights = false });
        using var answer = await CommandAsync($"Bearer {await TokenAsync()}", ("action", "get_api_info"));
        Assert.Equal((404, 1), ((int)answer.StatusCode, Appliance.State.Tokens.Issued));
    }
}
