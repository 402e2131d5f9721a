using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.PublicSites;

/// <summary>An appliance that is asked under a site's host name must show a certificate for that name, not for its address.</summary>
public sealed class SiteCertificateTests : IDisposable
{
    private const string ForSite = "sales.example.com";
    private const string ForAddress = "localhost";

    private readonly PrivateAuthority authority = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(ForSite, ForSite, 200)]
    [InlineData(ForAddress, ForSite, 502)]
    [InlineData(ForAddress, "", 200)]
    [InlineData(ForSite, "", 502)]
    public async Task The_certificate_is_checked_against_the_name_that_is_asked_for(string shownFor, string applianceHost, int status)
    {
        await using var appliance = await TinyAppliance.StartAsync(authority.IssueFor(shownFor));
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
            ("Appliance:TrustedCertificates", folder.Write("trusted.pem", authority.Certificate.ExportCertificatePem())),
            ("Portal:ApplianceHost", applianceHost));

        using var answer = await portal.GetAsync($"{PortalRequests.Door}?issue_menu=1");

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 502)
        {
            var asked = applianceHost.Length > 0 ? applianceHost : ForAddress;
            Assert.Contains($"it is not for {asked}", Assert.Single(portal.Log.Having("is refused")).RenderMessage(null), StringComparison.Ordinal);
        }
    }
}
