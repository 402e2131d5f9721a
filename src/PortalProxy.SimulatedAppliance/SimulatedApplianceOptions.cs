using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;

namespace PortalProxy.SimulatedAppliance;

/// <summary>How a simulated appliance is to be; the defaults suit a demonstration on this computer.</summary>
public sealed record SimulatedApplianceOptions
{
    /// <summary>Where to listen: <c>http://</c> or <c>https://</c>, an IP address or <c>localhost</c>, a port; port 0 takes a free one.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "A listening address is text from a setting until it is checked.")]
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Certificate with private key for an https <see cref="Url"/>. The caller disposes of it.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Which generation of the appliance to play.</summary>
    public Era Era { get; init; }

    /// <summary>Account of the command API of 2008.</summary>
    public string Username { get; init; } = "portal";

    /// <summary>Password of that account.</summary>
    public string Password { get; init; } = "simulated";

    /// <summary>OAuth 2.0 account of the current command API.</summary>
    public string ClientId { get; init; } = "portal-client";

    /// <summary>Secret of that account.</summary>
    public string ClientSecret { get; init; } = "simulated-secret";

    /// <summary>How long a token is good for, in whole seconds.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Namespace of the command API's XML, one of <see cref="CommandNamespaces"/> or any other; null: the era's own.</summary>
    public string? CommandNamespace { get; init; }

    /// <summary>Without rights the command API looks as if it were not there: "Document Not Found", status 404.</summary>
    public bool CommandRights { get; init; } = true;

    /// <summary>Size of the customer client in bytes.</summary>
    public int ClientBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The client's bytes follow from this number, so its SHA-256 can be known beforehand.</summary>
    public int ClientSeed { get; init; } = 2008;

    /// <summary>"Display Reps in Issues Menu": <c>id</c> of an issue request names a representative, not an issue.</summary>
    public bool RepresentativesInIssuesMenu { get; init; }

    /// <summary>Phones get a page that hands over to an app, not a client that they can't run; null: in the current era.</summary>
    public bool? PhoneHandOff { get; init; }

    /// <summary>Where phones are redirected to where they would get that page, such as an app's address in a store.</summary>
    public Uri? AppStore { get; init; }

    /// <summary>The public site demands a SAML sign-in: the connector answers with its form, whatever is asked.</summary>
    public bool SamlSignIn { get; init; }

    /// <summary>Clock for keys, tokens and the times in answers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal bool HandsPhonesOff => PhoneHandOff ?? Era == Era.Current;

    internal string XmlNamespace => CommandNamespace ?? (Era == Era.Current ? CommandNamespaces.BeyondTrust : CommandNamespaces.None);

    /// <summary>Checks everything and reports all mistakes in one exception.</summary>
    /// <exception cref="ArgumentException">Something is wrong; the message says what was found and how to mend it.</exception>
    public void Validate()
    {
        var mistakes = OptionMistakes.Of(this).ToList();
        if (mistakes.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, mistakes));
    }
}
