using System.Collections.Concurrent;

namespace PortalProxy.Appliance.Authentication;

/// <summary>
/// The account's tokens, one for each address of the appliance. No vendor text says that failover partners know each other's
/// tokens, so a token is shown to the address that gave it and to no other, and is still there when the portal comes back.
/// </summary>
internal sealed class AccountTokens(TokenEndpoint endpoint, TimeProvider time, ILogger<AccessTokens> logger)
{
    private readonly ConcurrentDictionary<Uri, AccessTokens> byAddress = new();

    /// <param name="address">One of the appliance's addresses, so there are never more than the settings name.</param>
    public AccessTokens At(Uri address) => byAddress.GetOrAdd(address, one => new AccessTokens(one, endpoint, time, logger));
}
