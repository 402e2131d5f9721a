namespace PortalProxy.SimulatedAppliance;

/// <summary>What is wrong with options, each with what was found and how to mend it.</summary>
internal static class OptionMistakes
{
    public static IEnumerable<string> Of(SimulatedApplianceOptions options) =>
    [
        .. OfAddress(options),
        .. OfAccounts(options),
        .. OfClient(options),
    ];

    private static IEnumerable<string> OfAddress(SimulatedApplianceOptions options)
    {
        // Written to by the caller's settings, so a path must not be dropped in silence, nor a certificate.
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || !IsWeb(url) || url.PathAndQuery != "/")
            yield return $"Url is '{options.Url}': give http://, an address and a port, such as http://127.0.0.1:8181 or http://0.0.0.0:8181.";
        else if (url is { Host: "localhost", Port: 0 })
            yield return $"Url is '{options.Url}': a free port needs an IP address, such as {url.Scheme}://127.0.0.1:0.";
        else if (url.Scheme == Uri.UriSchemeHttps && options.Certificate is not { HasPrivateKey: true })
            yield return $"Url is '{options.Url}': https needs a Certificate with its private key.";
        else if (url.Scheme == Uri.UriSchemeHttp && options.Certificate is not null)
            yield return $"Url is '{options.Url}': with a Certificate it must be https.";
    }

    private static IEnumerable<string> OfAccounts(SimulatedApplianceOptions options)
    {
        if (!Enum.IsDefined(options.Era))
            yield return $"Era is {options.Era}: {string.Join(" or ", Enum.GetNames<Era>())}.";
        if (string.IsNullOrEmpty(options.Username))
            yield return "Username is empty: the command API needs one, such as 'portal'.";
        if (string.IsNullOrEmpty(options.Password))
            yield return "Password is empty: the command API needs one, such as 'simulated'.";

        // Basic authentication ends the id at the first colon, so such an account could never log in.
        if (string.IsNullOrEmpty(options.ClientId) || options.ClientId.Contains(':', StringComparison.Ordinal))
            yield return $"ClientId is '{options.ClientId}': the command API needs one without a colon, such as 'portal-client'.";
        if (string.IsNullOrEmpty(options.ClientSecret))
            yield return "ClientSecret is empty: the command API needs one, such as 'simulated-secret'.";
        if (options.TokenLifetime < TimeSpan.FromSeconds(1))
            yield return $"TokenLifetime is {options.TokenLifetime}: a token lives for a second at least.";
    }

    private static IEnumerable<string> OfClient(SimulatedApplianceOptions options)
    {
        if (options.ClientBytes < 1)
            yield return $"ClientBytes is {options.ClientBytes}: a customer client has at least one byte.";
        if (options.AppStore is { IsAbsoluteUri: false } store)
            yield return $"AppStore is '{store}': give a whole address, such as https://apps.example.com/app.";
    }

    private static bool IsWeb(Uri url) => url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps;
}
