using System.Net;

namespace PortalProxy.Appliance.Authentication;

/// <summary>How a call of the command API proves who asks. A closed set: by password, by token, and nobody.</summary>
public abstract class CommandAuthentication
{
    private CommandAuthentication()
    {
    }

    /// <summary>Sends one call, and once more where a token turned out to be refused.</summary>
    /// <param name="send">Writes and sends the call, with what proves who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandApiException">There is no proof to be had.</exception>
    internal abstract Task<HttpResponseMessage> SendAsync(SendCall send, CancellationToken cancellationToken);

    internal static CommandAuthentication Of(IServiceProvider services) => services.GetRequiredService<ApplianceOptions>().Credentials switch
    {
        CommandCredentials.Login login => new ByPassword(login),
        CommandCredentials.OAuthClient => new ByToken(services.GetRequiredService<AccessTokens>()),
        _ => new Nobody(),
    };

    internal delegate Task<HttpResponseMessage> SendCall(KeyValuePair<string, string>[] fields, string? bearer);

    private sealed class ByPassword(CommandCredentials.Login login) : CommandAuthentication
    {
        internal override Task<HttpResponseMessage> SendAsync(SendCall send, CancellationToken cancellationToken) =>
            send([new("username", login.Username), new("password", login.Password)], null);
    }

    private sealed class ByToken(AccessTokens tokens) : CommandAuthentication
    {
        internal override async Task<HttpResponseMessage> SendAsync(SendCall send, CancellationToken cancellationToken)
        {
            var token = await tokens.GetAsync(cancellationToken);
            var answer = await send([], token.Value);
            if (answer.StatusCode != HttpStatusCode.Unauthorized)
            {
                return answer;
            }

            answer.Dispose();
            var next = await tokens.ReplaceAsync(token, cancellationToken);
            return await send([], next.Value);
        }
    }

    private sealed class Nobody : CommandAuthentication
    {
        internal override Task<HttpResponseMessage> SendAsync(SendCall send, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("There is no command API account to ask with.");
    }
}
