using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PortalProxy.Check.Connection;

/// <summary>What a server's certificate says of itself, and what the portal makes of it.</summary>
internal sealed record ShownCertificate(
    string Subject,
    string Issuer,
    IReadOnlyList<string> Names,
    DateTime From,
    DateTime Until,
    SslPolicyErrors Errors,
    IReadOnlyList<string> Faults)
{
    /// <summary>Copied, since the certificate itself does not outlive the handshake.</summary>
    public static ShownCertificate Of(X509Certificate2 certificate, SslPolicyErrors errors, IReadOnlyList<string> faults) => new(
        certificate.Subject,
        certificate.Issuer,
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(one => one.EnumerateDnsNames().Concat(one.EnumerateIPAddresses().Select(address => address.ToString())))],
        certificate.NotBefore.ToUniversalTime(),
        certificate.NotAfter.ToUniversalTime(),
        errors,
        faults);

    public bool NamesAnotherHost => Errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);

    /// <summary>The system alone would refuse its chain.</summary>
    public bool NeedsPrivateAuthority => Errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors);

    public IReadOnlyDictionary<string, object?> Facts => new Dictionary<string, object?>
    {
        ["subject"] = Subject,
        ["issuer"] = Issuer,
        ["names"] = Names,
        ["validFrom"] = From,
        ["validUntil"] = Until,
        ["trustedThrough"] = Faults.Count > 0 ? null : NeedsPrivateAuthority ? "Appliance:TrustedCertificates" : "system",
    };
}
