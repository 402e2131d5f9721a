using PortalProxy.Appliance;
using PortalProxy.Check.Client;

namespace PortalProxy.Check.Trial;

/// <summary>What came of asking for a client in one dialect: by HEAD, by GET, by GET again.</summary>
internal sealed record DialectTrial(SessionApi Api, ClientAnswer Head, ClientAnswer Get, ClientAnswer Again)
{
    public IReadOnlyList<ClientAnswer> All => [Head, Get, Again];

    /// <summary>The appliance handed over a client.</summary>
    public bool IsSpoken => All.Any(answer => answer.IsClient);

    /// <summary>There is something at the dialect's address, be it a refusal.</summary>
    public bool IsThere => All.Any(answer =>
        answer.IsClient
        || answer.Redirect is not null
        || answer is { Status: StatusCodes.Status200OK, IsPage: true } && !IsNotFound(answer));

    public bool AsksForSignIn => All.Any(SignIn.IsAskedFor);

    // The vendor's page for an address that does not exist; its status is not documented.
    private static bool IsNotFound(ClientAnswer answer) => PageText.Of(answer.Page).Contains("Document Not Found", StringComparison.OrdinalIgnoreCase);
}
