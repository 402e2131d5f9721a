namespace PortalProxy.Appliance.Authentication;

/// <summary>
/// The one token that all callers of one address share. Shortly before its end the next one is fetched behind their backs, once however many
/// ask; a failed fetch is the answer to everybody for some seconds, so that visitors never drive the token endpoint.
/// </summary>
internal sealed partial class AccessTokens(Uri address, TokenEndpoint endpoint, TimeProvider time, ILogger<AccessTokens> logger)
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock changing = new();
    private AccessToken? current;
    private Task<AccessToken>? fetch;
    private long failedAt;

    /// <exception cref="CommandApiException">There is no token, and none to be had now.</exception>
    public Task<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        lock (changing)
        {
            if (current is not { HasEnded: false } token)
            {
                return FetchOnce().WaitAsync(cancellationToken);
            }

            if (token.NearsItsEnd)
            {
                _ = FetchOnce();
            }

            return Task.FromResult(token);
        }
    }

    /// <summary>A token in the place of one that the appliance refused, unless another caller has already got it.</summary>
    /// <exception cref="CommandApiException">None is to be had now.</exception>
    public Task<AccessToken> ReplaceAsync(AccessToken refused, CancellationToken cancellationToken)
    {
        lock (changing)
        {
            current = current == refused ? null : current;
        }

        return GetAsync(cancellationToken);
    }

    private Task<AccessToken> FetchOnce()
    {
        var isFresh = fetch is { IsCompleted: false }
            || fetch is { IsFaulted: true } && time.GetElapsedTime(failedAt) < PauseAfterFailure;
        if (!isFresh)
        {
            // Apart from the caller: one who gives up must not take the token from the others.
            fetch = Task.Run(FetchAsync);
        }

        return fetch!;
    }

    private async Task<AccessToken> FetchAsync()
    {
        try
        {
            var token = await endpoint.AskAsync(address, CancellationToken.None);
            lock (changing)
            {
                current = token;
            }

            return token;
        }
        catch (CommandApiException failure)
        {
            lock (changing)
            {
                failedAt = time.GetTimestamp();
                if (current is { HasEnded: false })
                {
                    Log.NotRenewed(logger, failure.Message);
                }
            }

            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The access token of the command API could not be renewed; the old one serves until its end. {Cause}")]
        public static partial void NotRenewed(ILogger logger, string cause);
    }
}
