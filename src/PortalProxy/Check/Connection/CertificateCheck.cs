using PortalProxy.Appliance;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PortalProxy.Appliance.Connection;

namespace PortalProxy.Check.Connection;

/// <summary>Which certificate is shown for a host name, and whether the portal accepts it and why.</summary>
internal sealed class CertificateCheck(ServerCertificates certificates, Redaction redaction, TimeSpan limit)
{
    public const string Step = "certificate";

    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>What there is to say of an http address.</summary>
    public static Finding WithoutTls(Uri address) => address.IsLoopback
        ? Finding.NotAsked(Step, "http inside of this machine has none")
        : new(
            Step,
            Verdict.Warning,
            "http: account, session keys and clients cross the network unprotected",
            "Write https:// in Appliance:BaseUrl and Appliance:BackupUrls.");

    /// <param name="addresses">Of the appliance.</param>
    /// <param name="port">Of the appliance.</param>
    /// <param name="host">The name that it is asked under, and that the certificate must bear.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Finding> AskAsync(IPAddress[] addresses, int port, string host, CancellationToken cancellationToken)
    {
        var look = new Look(certificates, host);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(addresses, port, deadline.Token);
            await using var stream = new SslStream(new NetworkStream(socket));
            await stream.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = look.Accept },
                deadline.Token);
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or SocketException)
        {
            // The portal's refusal of a certificate ends here too; what was shown tells more.
            if (look.Shown is null)
            {
                return Finding.Failed(
                    Step, $"{host}: no TLS ({redaction.Clean(failure.GetBaseException().Message)})", "Check that this port speaks https, and its version of TLS.");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Failed(Step, $"{host}: no certificate within {limit:c}", "Check that this port speaks https.");
        }

        return look.Shown is { } shown
            ? Judge(shown, host)
            : Finding.Failed(Step, $"{host}: none was shown", "Give the appliance a certificate.");
    }

    private Finding Judge(ShownCertificate shown, string host)
    {
        var words = redaction.Clean(
            $"{host}: {shown.Subject}, issued by {shown.Issuer}, for {(shown.Names.Count == 0 ? "no name" : string.Join(", ", shown.Names))}, "
            + $"valid until {shown.Until:yyyy-MM-dd}");
        return Worded(shown, host, words) with { Facts = shown.Facts };
    }

    private static Finding Worded(ShownCertificate shown, string host, string words)
    {
        if (shown.Faults.Count > 0)
        {
            return Finding.Failed(Step, $"{words}; refused: {string.Join("; ", shown.Faults)}", RemedyOf(shown, host));
        }

        var trusted = $"{words}; trusted {(shown.NeedsPrivateAuthority ? "through Appliance:TrustedCertificates" : "by this system")}";
        return shown.Until - DateTime.UtcNow < Soon
            ? new(Step, Verdict.Warning, trusted, "Renew it on the appliance: it expires within a month.")
            : Finding.Ok(Step, trusted);
    }

    private static string RemedyOf(ShownCertificate shown, string host) =>
        shown.Until < DateTime.UtcNow ? "Renew the certificate on the appliance."
        : shown.From > DateTime.UtcNow ? "Check the clock of this machine: the certificate is not valid yet."
        : shown.NamesAnotherHost ? $"Ask the appliance under a name of its certificate, or have one issued for {host}."
        : "Install the certificates in between on the appliance, or name the private CA's file in Appliance:TrustedCertificates.";

    private sealed class Look(ServerCertificates certificates, string host)
    {
        public ShownCertificate? Shown { get; private set; }

        public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
        {
            var faults = certificates.FaultsOf(certificate as X509Certificate2, chain, errors, host);
            Shown = certificate is X509Certificate2 whole ? ShownCertificate.Of(whole, errors, faults) : null;
            return faults.Count == 0;
        }
    }
}
