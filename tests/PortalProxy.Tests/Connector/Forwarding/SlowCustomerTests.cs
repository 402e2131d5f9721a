using System.Security.Cryptography;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>Customers on bad lines, who are welcome for as long as something moves.</summary>
public sealed class SlowCustomerTests
{
    private const int ClientBytes = 12 * 1024 * 1024;
    private const int SmallReceiveBuffer = 32 * 1024;

    [Theory]
    [InlineData("GET /download_customer_connector.ns?issue_menu=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("POST /download_customer_connector.ns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\nissue_menu=1")]
    public async Task A_request_a_byte_at_a_time_is_a_request(string request)
    {
        await using var appliance = RawAppliance.Saying(RawAppliance.ClientHead(2) + "MZ");
        await using var portal = appliance.StartPortal();
        using var customer = await RawCustomer.AskAsync(portal, "");

        foreach (var letter in request)
        {
            await customer.SendAsync(letter.ToString());
        }

        Assert.StartsWith("HTTP/1.1 200 ", await customer.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pauses_shorter_than_the_idle_time_are_forgiven_however_many_there_are()
    {
        var client = RandomNumberGenerator.GetBytes(ClientBytes);
        await using var appliance = RawAppliance.Playing(async exchange =>
        {
            await exchange.SendAsync(RawAppliance.ClientHead(ClientBytes));
            await exchange.SendAsync(client);
        });
        await using var portal = appliance.StartPortal(("Appliance:IdleTimeout", "00:00:04"));
        using var customer = await RawCustomer.GetAsync(portal, $"{PortalRequests.Door}?issue_menu=1", SmallReceiveBuffer);
        await customer.ReadHeadAsync();

        // Six pauses of one second: longer than the idle time altogether, and each far shorter.
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var arrived = new byte[ClientBytes];
        for (var read = 0; read < ClientBytes; read += ClientBytes / 6)
        {
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            await customer.ReadAsync(arrived.AsMemory(read, ClientBytes / 6));
        }

        Assert.True(client.AsSpan().SequenceEqual(arrived));
        Assert.Equal("HandedOver", Assert.Single(await portal.Log.WaitForAsync("Connector request")).Properties["Outcome"].ToString());
    }
}
