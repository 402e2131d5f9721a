using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PortalProxy.Settings;

namespace PortalProxy.Appliance.Connection;

/// <summary>Reads the PEM file of private CA certificates that <c>Appliance:TrustedCertificates</c> names.</summary>
internal static class TrustedCertificates
{
    private const string Key = "TrustedCertificates";
    private const string Mend = "Name a file with the private CA's certificates, each between BEGIN CERTIFICATE and END CERTIFICATE.";

    /// <returns>Null where the setting is absent: the system's trust alone counts.</returns>
    public static X509Certificate2Collection? Read(SettingReader settings)
    {
        if (settings.Text(Key) is not { } file)
        {
            return null;
        }

        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(file);
            if (certificates.Count == 0)
            {
                settings.Mistake(Key, $"is \"{file}\", a file without a certificate", Mend);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            settings.Mistake(Key, $"is \"{file}\", which can't be read ({failure.GetType().Name})", Mend);
        }
        catch (CryptographicException)
        {
            settings.Mistake(Key, $"is \"{file}\", which holds something broken", Mend);
        }

        return certificates;
    }
}
