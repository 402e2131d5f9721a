using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PortalProxy.Tests.Infrastructure;

/// <summary>A certification authority that no system knows.</summary>
public sealed class PrivateAuthority
{
    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UtcNow.AddDays(-30);

    public PrivateAuthority(string name = "Example CA") => Certificate = RequestFor(name, isAuthority: true).CreateSelfSigned(LongAgo, LongAgo.AddDays(90));

    private PrivateAuthority(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public static X509Certificate2 SelfSigned(string host) =>
        RequestFor(host, isAuthority: false).CreateSelfSigned(LongAgo, LongAgo.AddDays(90));

    /// <summary>A server's certificate.</summary>
    public X509Certificate2 IssueFor(string host, double daysLeft = 30) => Issue(host, isAuthority: false, daysLeft);

    public PrivateAuthority Below(string name) => new(Issue(name, isAuthority: true, daysLeft: 30));

    private X509Certificate2 Issue(string name, bool isAuthority, double daysLeft)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var issued = RequestFor(name, isAuthority, key)
            .Create(Certificate, LongAgo, DateTimeOffset.UtcNow.AddDays(daysLeft), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    private static CertificateRequest RequestFor(string name, bool isAuthority, ECDsa? key = null)
    {
        var request = new CertificateRequest($"CN={name}", key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        if (!isAuthority)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(name);
            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }
}
