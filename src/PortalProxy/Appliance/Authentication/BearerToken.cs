using System.Net;

namespace PortalProxy.Appliance.Authentication;

/// <summary>
/// Puts an access token on a call of the command API, where the account is an OAuth client: the token of the very address that
/// the call goes to, and once more a new one where the appliance refuses it. Accounts of the older kind stand in the body.
/// </summary>
internal sealed class BearerToken(ApplianceOptions options, AccountTokens account) : DelegatingHandler
{
    /// <exception cref="CommandApiException">There is no token to be had.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Credentials is not CommandCredentials.OAuthClient)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var tokens = account.At(new Uri(request.RequestUri!, "/"));
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        answer.Dispose();
        return await SendAsync(request, await tokens.ReplaceAsync(token, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }
}
