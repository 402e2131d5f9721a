using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>The appliance answers an error, too late, or not at all.</summary>
public sealed class FailingApplianceTests
{
    [Fact]
    public async Task An_error_of_the_appliance_becomes_a_page_with_the_form()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Before(appliance);
        appliance.State.ConnectorFailing = true;

        using var answer = await portal.PostAsync(PortalRequests.Door, "issue_menu=1&customer_name=Kept");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("Kept", page.QuerySelector("#issue [name=customer_name]")!.GetAttribute("value"));
        Assert.DoesNotContain("session key is invalid", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appliance_that_nobody_can_reach_is_502()
    {
        using var nobody = new Socket(SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Bound and not listening: connections are refused.
        await using var portal = Portal.Start(("Appliance:BaseUrl", $"http://127.0.0.1:{((IPEndPoint)nobody.LocalEndPoint!).Port}"));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?short_key=1234567", "application/json");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(502, (await answer.ProblemAsync())["status"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_appliance_that_takes_too_long_is_504()
    {
        var never = new TaskCompletionSource();
        await using var appliance = await Simulated.StartAsync();
        await using var portal = Portal.Start(("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:AnswerTimeout", "00:00:01"));
        appliance.State.AnswerAfter = never.Task;

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?short_key=1234567", "application/json");

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal(504, (await answer.ProblemAsync())["status"]!.GetValue<int>());
        Assert.Equal(PortalProxy.SimulatedAppliance.RequestEnding.Aborted, await Soon.Within(Assert.Single(appliance.Requests.All).Ended));
    }
}
