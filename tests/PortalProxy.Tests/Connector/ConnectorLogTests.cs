using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;
using Serilog.Events;

namespace PortalProxy.Tests.Connector;

/// <summary>What the log says of a connector request, and what it never says.</summary>
public sealed class ConnectorLogTests
{
    private const string Ended = "Connector request by {Way}: {Outcome}";

    // One letter sequence that no other part of the log can have, in every place where something personal can stand.
    private const string Mark = "Qzx7Vww";

    [Theory]
    [InlineData("issue_menu=1", "Issue", "HandedOver", Simulated.SmallClient)]
    [InlineData("id=101", "Representative", "HandedOver", Simulated.SmallClient)]
    [InlineData("short_key=abcdefg", "SessionKey", "Refused", 0)]
    [InlineData("ak=00000000000000000000000000000000", "Invitation", "Refused", 0)]
    [InlineData("issue_menu=1&id=0", "Issue", "FieldWrong", 0)]
    [InlineData("", null, "FieldWrong", 0)]
    public async Task Each_request_is_one_event_with_its_way_outcome_and_bytes(string form, string? way, string outcome, long bytes)
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance).WithDirectoryAsync();

        using var answer = await portal.PostAsync(PortalRequests.Door, form);
        await answer.BytesAsync();
        await portal.Log.WaitForAsync("{RequestMethod}");

        var one = Assert.Single(portal.Log.Having(Ended));
        Assert.Equal(way ?? "null", one.Properties["Way"].ToString());
        Assert.Equal(outcome, one.Properties["Outcome"].ToString());
        Assert.Equal($"{bytes}", one.Properties["Bytes"].ToString());
        Assert.Equal(LogEventLevel.Information, one.Level);
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_log_however_much_is_logged()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance, ("Serilog:MinimumLevel", "Verbose")).WithDirectoryAsync();
        string[] forms =
        [
            $"issue_menu=1&customer_name={Mark}&customer_company={Mark}&customer_company_code={Mark}&customer_desc={Mark}&external_key={Mark}&id=1",
            $"issue_menu=1&customer_name={Mark}%00&customer_desc={Mark}%zz&external_key={Mark}&external_key={Mark}&id={Mark}",
            $"issue_menu=1&customer_name={Mark}&id=999",
            $"short_key={Mark}", $"short_key={Mark}1", $"ak={Mark}", $"ak={Mark}&short_key={Mark}", $"id=101&name={Mark}", $"id=101&customer_name={Mark}",
            $"{Mark}=1", $"issue_menu=1&codeName={Mark}", $"issue_menu={Mark}",
        ];
        var requests = 0;
        foreach (var failing in new[] { false, true })
        {
            appliance.State.ConnectorFailing = failing;
            foreach (var form in forms)
            {
                await SendAsync(portal, "GET", $"{PortalRequests.Door}?{form}", "");
                await SendAsync(portal, "POST", PortalRequests.Door, form);
                requests += 2;
            }
        }

        await SendAsync(portal, "GET", $"/{Mark}", "");
        await SendAsync(portal, Mark, PortalRequests.Door, "");
        var text = await LogOfAsync(portal, requests + 2);

        Assert.Equal(requests, portal.Log.Having(Ended).Count);
        Assert.DoesNotContain(Mark, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_personal_stands_in_the_log_of_streams_that_fail()
    {
        using var nobody = new Socket(SocketType.Stream, ProtocolType.Tcp);
        nobody.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var breaking = RawAppliance.Saying(RawAppliance.ClientHead(100, $"X-Other: {Mark}") + Mark);
        await using var talking = RawAppliance.Saying("nonsense\r\n\r\n");
        foreach (var url in new[] { breaking.Url, talking.Url, new($"http://127.0.0.1:{((IPEndPoint)nobody.LocalEndPoint!).Port}") })
        {
            await using var portal = Portal.Start(("Appliance:BaseUrl", url.AbsoluteUri), ("Serilog:MinimumLevel", "Verbose"));
            await SendAsync(portal, "GET", $"{PortalRequests.Door}?issue_menu=1&customer_name={Mark}", "");

            Assert.DoesNotContain(Mark, await LogOfAsync(portal, 1), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Fields_that_the_dialect_has_no_place_for_are_named_and_not_told()
    {
        await using var appliance = await Simulated.StartAsync();
        await using var portal = await Portal.Before(appliance).WithDirectoryAsync();
        await SendAsync(portal, "POST", PortalRequests.Door, $"id=101&customer.name={Mark}&external_key={Mark}");

        var one = Assert.Single(await portal.Log.WaitForAsync("has no place for"));
        Assert.Equal("\"customer_name, external_key\"", one.Properties["LeftOutFields"].ToString());
        Assert.DoesNotContain(Mark, await LogOfAsync(portal, 1), StringComparison.Ordinal);
    }

    private static async Task SendAsync(Portal portal, string method, string target, string form)
    {
        using var customer = await RawCustomer.AskAsync(
            portal,
            $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nUser-Agent: {Mark}\r\nReferer: http://a.example/?{Mark}\r\n"
            + $"Cookie: a={Mark}\r\nAuthorization: Basic {Mark}\r\nX-Forwarded-For: {Mark}\r\nContent-Length: {form.Length}\r\n\r\n{form}");
        try
        {
            await customer.ReadToEndAsync();
        }
        catch (IOException)
        {
            // An aborted download is one of the cases.
        }
    }

    private static async Task<string> LogOfAsync(Portal portal, int requests)
    {
        await portal.Log.WaitForAsync("{RequestMethod}", requests);
        return portal.Log.AsText();
    }
}
