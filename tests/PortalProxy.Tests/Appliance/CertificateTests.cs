using System.Security.Cryptography.X509Certificates;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Appliance;

/// <summary>Whose certificates count for the appliance, on both of the ways to it: the command API and the connector.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly PrivateAuthority authority = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_private_authority_counts_where_the_setting_names_it()
    {
        Assert.True(await IsTrustedAsync([authority.IssueFor("localhost")], authority.Certificate));
    }

    [Fact]
    public async Task One_that_the_server_sends_in_between_counts_too()
    {
        var between = authority.Below("Example Issuing CA");
        Assert.True(await IsTrustedAsync([between.IssueFor("localhost"), between.Certificate], authority.Certificate));
    }

    [Fact]
    public async Task One_in_between_may_stand_in_the_file()
    {
        var between = authority.Below("Example Issuing CA");
        Assert.True(await IsTrustedAsync([between.IssueFor("localhost")], between.Certificate, authority.Certificate));
    }

    [Fact]
    public async Task A_self_signed_certificate_may_stand_in_the_file_itself()
    {
        var own = PrivateAuthority.SelfSigned("localhost");
        Assert.True(await IsTrustedAsync([own], own));
    }

    [Fact]
    public async Task Without_the_setting_a_private_authority_is_refused_and_named() =>
        await IsRefusedAsync([authority.IssueFor("localhost")], [], "Appliance:TrustedCertificates");

    [Fact]
    public async Task Another_authority_of_the_same_name_is_refused() =>
        await IsRefusedAsync([new PrivateAuthority().IssueFor("localhost")], [authority.Certificate], "Appliance:TrustedCertificates");

    [Fact]
    public async Task An_expired_certificate_is_refused_though_its_authority_counts() =>
        await IsRefusedAsync([authority.IssueFor("localhost", daysLeft: -1)], [authority.Certificate], "has expired");

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_though_its_authority_counts() =>
        await IsRefusedAsync([authority.IssueFor("support.example.com")], [authority.Certificate], "it is not for localhost");

    private async Task<bool> IsTrustedAsync(X509Certificate2[] shown, params X509Certificate2[] trusted)
    {
        await using var appliance = await TinyAppliance.StartAsync(shown);
        await using var stand = CommandStand.Before(appliance, TimeProvider.System, Trusting(trusted));
        await stand.AskAsync();

        await using var portal = PortalBefore(appliance, trusted);
        return await portal.Client.GetStringAsync("/download_customer_connector.ns?issue_menu=1", TestContext.Current.CancellationToken) == "client";
    }

    private async Task IsRefusedAsync(X509Certificate2[] shown, X509Certificate2[] trusted, string fault)
    {
        await using var appliance = await TinyAppliance.StartAsync(shown);
        await using var portal = PortalBefore(appliance, trusted);
        for (var request = 0; request < 3; request++)
        {
            using var answer = await portal.Client.GetAsync("/download_customer_connector.ns?issue_menu=1", TestContext.Current.CancellationToken);
            Assert.Equal(502, (int)answer.StatusCode);
        }

        var named = Assert.Single(portal.Log.Having("is refused")).RenderMessage(null);
        Assert.Contains(fault, named);
        Assert.Contains(shown[0].Subject, named);
        Assert.Contains(shown[0].Issuer, named);
        Assert.Contains(shown[0].NotAfter.ToUniversalTime().ToString("u", null), named);
        Assert.Empty(appliance.Tokens);
    }

    private Portal PortalBefore(TinyAppliance appliance, X509Certificate2[] trusted) => Portal.Start(
    [
        ("Appliance:BaseUrl", appliance.Url.AbsoluteUri),
        ("Appliance:ClientId", CommandStand.ClientId),
        ("Appliance:ClientSecret", CommandStand.ClientSecret),
        .. Trusting(trusted),
    ]);

    private (string Key, string Value)[] Trusting(X509Certificate2[] certificates) => certificates.Length == 0
        ? []
        : [("Appliance:TrustedCertificates", folder.Write("trusted.pem", string.Join('\n', certificates.Select(one => one.ExportCertificatePem()))))];
}
