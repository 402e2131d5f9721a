using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PortalProxy.Appliance.Connection;

/// <summary>
/// Whether the certificate that an appliance shows is good: the system's judgement, or a chain to one of
/// <c>Appliance:TrustedCertificates</c>. Host name and expiry count in both. A bad one is named in the log, once for each cause.
/// </summary>
public sealed partial class ServerCertificates(ApplianceOptions options, ILogger<ServerCertificates> logger)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    // Whoever stands between could show ever new certificates.
    private const int MostRemembered = 100;

    // By certificate, since failover partners may be asked under one name: the good one must not make the bad one new each time.
    private readonly ConcurrentDictionary<(string Host, string? Thumbprint, string Faults), bool> named = new();

    /// <summary>A <see cref="RemoteCertificateValidationCallback"/>.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var host = (sender as SslStream)?.TargetHostName ?? options.BaseUrl.Host;
        var shown = certificate as X509Certificate2;
        var faults = FaultsOf(shown, chain, errors, host);
        if (faults.Count == 0)
        {
            foreach (var past in named.Keys.Where(one => one.Host == host && one.Thumbprint == shown?.Thumbprint))
            {
                named.TryRemove(past, out _);
            }

            return true;
        }

        var cause = string.Join("; ", faults);
        if (named.Count >= MostRemembered)
        {
            named.Clear();
        }

        if (!named.TryAdd((host, shown?.Thumbprint, cause), true))
        {
            return false;
        }

        Log.Refused(logger, host, cause, shown?.Subject, shown?.Issuer, shown?.NotBefore.ToUniversalTime(), shown?.NotAfter.ToUniversalTime());
        return false;
    }

    /// <summary>What is wrong with a certificate, in words; empty where it is good.</summary>
    internal IReadOnlyList<string> FaultsOf(X509Certificate2? shown, X509Chain? chain, SslPolicyErrors errors, string host)
    {
        var faults = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) || shown is null)
        {
            faults.Add("none was shown");
            return faults;
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            faults.Add($"it is not for {host}");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            faults.AddRange(options.TrustedCertificates is { } trusted ? ChainFaults(shown, chain, trusted) : Wording(chain));
        }

        return faults;
    }

    private static List<string> ChainFaults(X509Certificate2 shown, X509Chain? sent, X509Certificate2Collection trusted)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.ExtraStore.AddRange(trusted);
        if (sent is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        }

        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);

        // As the system's own look does by default. A private CA's certificate must not make the portal ask addresses it names.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(shown) ? [] : Wording(chain);
    }

    private static List<string> Wording(X509Chain? chain) =>
        chain is { ChainStatus.Length: > 0 }
            ? [.. chain.ChainStatus.Select(status => Wording(status.Status)).Distinct()]
            : ["its chain is not trusted"];

    private static string Wording(X509ChainStatusFlags status) => status switch
    {
        X509ChainStatusFlags.NotTimeValid => "it, or a certificate above it, has expired or is not valid yet",
        X509ChainStatusFlags.UntrustedRoot => "nobody trusts its root; a private CA belongs into Appliance:TrustedCertificates",
        X509ChainStatusFlags.PartialChain => "its issuer is missing; a private CA belongs into Appliance:TrustedCertificates",
        X509ChainStatusFlags.NotSignatureValid => "the authority of that name in Appliance:TrustedCertificates did not sign it",
        _ => status.ToString(),
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The certificate of {Host} is refused: {Faults}. Subject: {Subject}. Issuer: {Issuer}. Valid from {From:u} until {Until:u}.")]
        public static partial void Refused(
            ILogger logger, string host, string faults, string? subject, string? issuer, DateTime? from, DateTime? until);
    }
}
