using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

public sealed class ApplianceClusterTests : IDisposable
{
    private readonly PrivateAuthority authority = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_download_has_a_connection_though_the_appliance_offers_to_share_one()
    {
        var protocols = new List<string>();
        await using var appliance = await TinyAppliance.StartAsync(authority.IssueFor("localhost"));
        appliance.Before = context =>
        {
            protocols.Add(context.Request.Protocol);
            return Task.CompletedTask;
        };
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
            ("Appliance:TrustedCertificates", folder.Write("trusted.pem", authority.Certificate.ExportCertificatePem())));

        Assert.Equal("client", await portal.Client.GetStringAsync($"{PortalRequests.Door}?issue_menu=1", TestContext.Current.CancellationToken));

        Assert.Equal(["HTTP/1.1"], protocols);
    }
}
