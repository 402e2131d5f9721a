using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Connector.Forwarding;

/// <summary>A primary whose certificate is wrong is as good as absent, for customers and for the command API.</summary>
public sealed class FailoverCertificateTests : IDisposable
{
    private readonly PrivateAuthority authority = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_backup_serves_and_the_fault_is_named_once_and_no_secret_reaches_the_stranger()
    {
        await using var stranger = await TinyAppliance.StartAsync(new PrivateAuthority().IssueFor("localhost"));
        await using var backup = await TinyAppliance.StartAsync(authority.IssueFor("localhost"));
        backup.Answer = asked => asked.Contains("get_support_teams", StringComparison.Ordinal) ? "<support_teams/>" : "<logged_in_reps/>";
        await using var portal = await Portal.Start(
            ("Appliance:BaseUrl", stranger.Url.AbsoluteUri), ("Appliance:BackupUrls:0", backup.Url.AbsoluteUri),
            ("Appliance:ProbeInterval", "00:10:00"),
            ("Appliance:Username", "portal"), ("Appliance:Password", "open sesame"),
            ("Appliance:TrustedCertificates", folder.Write("trusted.pem", authority.Certificate.ExportCertificatePem()))).WithDirectoryAsync();

        Assert.Equal("client", await portal.Client.GetStringAsync($"{PortalRequests.Door}?issue_menu=1", TestContext.Current.CancellationToken));
        Assert.Equal("client", await portal.Client.GetStringAsync($"{PortalRequests.Door}?issue_menu=1", TestContext.Current.CancellationToken));

        Assert.Single(portal.Log.Having("The certificate of {Host} is refused"));
        Assert.Empty(stranger.Commands);
        Assert.NotEmpty(backup.Commands);
        Assert.DoesNotContain("sesame", portal.Log.AsText());
    }
}
