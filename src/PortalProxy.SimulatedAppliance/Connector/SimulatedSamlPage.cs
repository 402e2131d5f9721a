using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace PortalProxy.SimulatedAppliance.Connector;

/// <summary>What a public site that demands a sign-in answers: SAML's HTTP POST binding, a form that a script submits at once.</summary>
internal static class SimulatedSamlPage
{
    private const string IdentityProvider = "https://login.example.com/saml2";
    private static readonly XNamespace Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static readonly XNamespace Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    public static string Write(string site, DateTimeOffset now) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><title>Sign in</title></head>
        <body onload="document.forms[0].submit()">
        <form method="post" action="{IdentityProvider}">
        <input type="hidden" name="SAMLRequest" value="{Convert.ToBase64String(Encoding.UTF8.GetBytes(Request(site, now).ToString()))}">
        <input type="hidden" name="RelayState" value="simulated">
        <noscript><button>Continue</button></noscript>
        </form>
        </body>
        </html>

        """;

    private static XElement Request(string site, DateTimeOffset now) => new(Protocol + "AuthnRequest",
        new XAttribute("ID", $"_{Guid.NewGuid():N}"),
        new XAttribute("Version", "2.0"),
        new XAttribute("IssueInstant", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new XAttribute("Destination", IdentityProvider),
        new XElement(Assertion + "Issuer", $"{site}/saml"));
}
