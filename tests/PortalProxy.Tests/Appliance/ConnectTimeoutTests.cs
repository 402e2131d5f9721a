using System.Net;
using System.Net.Sockets;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

public sealed class ConnectTimeoutTests
{
    [Fact]
    public async Task An_appliance_that_never_says_hello_is_unreachable_and_not_merely_slow()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", $"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}"),
            ("Appliance:ConnectTimeout", "00:00:00.2000000"));

        using var answer = await portal.Client.GetAsync("/download_customer_connector.ns?issue_menu=1", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("ConnectionError", Assert.Single(portal.Log.Having("Connector request by")).RenderMessage(null));
    }
}
