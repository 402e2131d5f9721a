using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PortalProxy.SimulatedAppliance;
using Simulated = PortalProxy.SimulatedAppliance.Appliance;

namespace PortalProxy.Tests.SimulatedAppliance;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly X509Certificate2 certificate = Certificates.SelfSigned();
    private Simulated appliance = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => appliance = await Simulated.StartAsync(
        new() { Url = "https://127.0.0.1:0", Certificate = certificate, Era = Era.Current, ClientBytes = 200_001 }, Cancel);

    public async ValueTask DisposeAsync()
    {
        await appliance.DisposeAsync();
        certificate.Dispose();
    }

    [Fact]
    public async Task The_client_comes_under_the_given_certificate()
    {
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = IsOurs } });
        using var answer = await http.GetAsync(new Uri(appliance.Url, "/api/start_session?issue_menu=1"), Cancel);
        Assert.Equal("https", appliance.Url.Scheme);
        await Answers.IsTheClientAsync(answer, appliance.Client.Sha256);
    }

    [Fact]
    public async Task Who_does_not_trust_the_certificate_gets_nothing()
    {
        using var http = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(appliance.Url, Cancel));
        Assert.Empty(appliance.Requests.All);
    }

    [Fact]
    public async Task Requests_are_recorded_as_written_and_not_as_encrypted()
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(appliance.Url.Host, appliance.Url.Port, Cancel);
        await using var tls = new SslStream(caller.GetStream(), leaveInnerStreamOpen: false, IsOurs);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "127.0.0.1" }, Cancel);
        await tls.WriteAsync(
            Encoding.Latin1.GetBytes("GET /?%61=1 HTTP/1.1\r\nhOST: a.example\r\nX-Odd: 1\r\naccept: */*\r\n\r\n"
                + "POST / HTTP/1.1\r\nHost: b.example\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"),
            Cancel);
        await tls.CopyToAsync(Stream.Null, Cancel);

        Assert.Equal(["/?%61=1", "/"], appliance.Requests.All.Select(request => request.RawTarget));
        Assert.Equal([new("hOST", "a.example"), new("X-Odd", "1"), new("accept", "*/*")], appliance.Requests.All[0].Headers);
    }

    private bool IsOurs(object sender, X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors) => certificate.Equals(shown);
}
