using PortalProxy.SimulatedAppliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class RepresentativesInIssuesMenuTests : WithAnAppliance
{
    protected override SimulatedApplianceOptions Options => new() { RepresentativesInIssuesMenu = true };

    [Fact]
    public async Task The_id_of_an_issue_request_names_a_representative()
    {
        using var representative = await SendAsync(HttpMethod.Get, $"{Connector}?issue_menu=1&id=101");
        using var issue = await SendAsync(HttpMethod.Get, $"{Connector}?issue_menu=1&id=1");
        await Answers.IsTheClientAsync(representative, Appliance.Client.Sha256);
        Answers.IsARefusal(issue);
    }
}
