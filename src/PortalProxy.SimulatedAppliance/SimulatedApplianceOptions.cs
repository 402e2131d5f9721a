using System.Diagnostics.CodeAnalysis;

namespace PortalProxy.SimulatedAppliance;

/// <summary>How a simulated appliance is to be; the defaults suit a demonstration on this computer.</summary>
public sealed record SimulatedApplianceOptions
{
    /// <summary>Where to listen: <c>http://</c>, an IP address or <c>localhost</c>, a port; port 0 takes a free one.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "A listening address is text from a setting until it is checked.")]
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Account of the command API.</summary>
    public string Username { get; init; } = "portal";

    /// <summary>Password of that account.</summary>
    public string Password { get; init; } = "simulated";

    /// <summary>Size of the customer client in bytes.</summary>
    public int ClientBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>The client's bytes follow from this number, so its SHA-256 can be known beforehand.</summary>
    public int ClientSeed { get; init; } = 2008;

    /// <summary>"Display Reps in Issues Menu": <c>id</c> of an issue request names a representative, not an issue.</summary>
    public bool RepresentativesInIssuesMenu { get; init; }

    /// <summary>Clock for keys and for the times in answers.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Checks everything and reports all mistakes in one exception.</summary>
    /// <exception cref="ArgumentException">Something is wrong; the message says what was found and how to mend it.</exception>
    public void Validate()
    {
        var mistakes = Mistakes().ToList();
        if (mistakes.Count > 0)
            throw new ArgumentException(string.Join(Environment.NewLine, mistakes));
    }

    private IEnumerable<string> Mistakes()
    {
        // Written to by the caller's settings, so a path or https must not be dropped in silence.
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.PathAndQuery != "/")
            yield return $"Url is '{Url}': give http://, an address and a port, such as http://127.0.0.1:8181 or http://0.0.0.0:8181.";
        else if (url is { Host: "localhost", Port: 0 })
            yield return "Url is 'http://localhost:0': a free port needs an IP address, such as http://127.0.0.1:0.";

        if (string.IsNullOrEmpty(Username))
            yield return "Username is empty: the command API needs one, such as 'portal'.";
        if (string.IsNullOrEmpty(Password))
            yield return "Password is empty: the command API needs one, such as 'simulated'.";
        if (ClientBytes < 1)
            yield return $"ClientBytes is {ClientBytes}: a customer client has at least one byte.";
    }
}
