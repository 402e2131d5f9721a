using System.Net;
using System.Text;
using System.Text.Json;

namespace PortalProxy.Appliance.Authentication;

/// <summary>Asks one address of the appliance for an access token (RFC 6749, section 4.4), within an allowance.</summary>
internal sealed class TokenEndpoint(HttpClient http, ApplianceOptions options, TokenAllowance allowance, TimeProvider time)
{
    private const string Path = "/oauth2/token";

    // RFC 6749 lets an answer leave its lifetime out.
    private const double SecondsWhereNotSaid = 600;
    private const double MostSeconds = 24 * 60 * 60;

    private static readonly JsonSerializerOptions SnakeCase =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="CommandApiException">No token; the message names the cause and no secret.</exception>
    public async Task<AccessToken> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!allowance.TryTake())
        {
            throw new CommandApiException("No token: too many were asked for lately, and an account has only 30. The next try follows within minutes.");
        }

        using var request = WriteRequest(address);
        var askedAt = time.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw Refused(response.StatusCode);
            }

            // JSON is UTF-8 (RFC 8259, section 8.1), whatever the answer calls its character set.
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return Read(await JsonSerializer.DeserializeAsync<Answer>(body, SnakeCase, cancellationToken), askedAt);
        }
        catch (HttpRequestException failure)
        {
            if (failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
            {
                allowance.GiveBack();
            }

            throw new CommandApiException($"No token: the appliance could not be asked ({Redaction.Of(options).Clean(FailureMessage.Of(failure))})", failure);
        }
        catch (JsonException failure)
        {
            throw new CommandApiException("No token: the answer is not the JSON of one.", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CommandApiException($"No token within {options.CommandTimeout:c}.", failure);
        }
    }

    private HttpRequestMessage WriteRequest(Uri address)
    {
        var client = options.Credentials as CommandCredentials.OAuthClient
            ?? throw new InvalidOperationException("There is no OAuth account to ask with.");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, Path))
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };

        // RFC 6749, section 2.3.1, would form-encode the two first; the vendor takes them as they are.
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}")));
        request.Headers.ConnectionClose = true;
        return request;
    }

    private CommandApiException Refused(HttpStatusCode status)
    {
        // A server in trouble makes no token. A refusal makes none either, but asking again and again may lock the account.
        if (status >= HttpStatusCode.InternalServerError)
        {
            allowance.GiveBack();
        }

        return new CommandApiException($"No token: {Path} answered with status {(int)status}.") { Status = status, IsOfToken = true };
    }

    private AccessToken Read(Answer? answer, long askedAt)
    {
        var seconds = answer?.ExpiresIn ?? SecondsWhereNotSaid;
        if (answer?.AccessToken is not { Length: > 0 } token
            || !string.Equals(answer.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase)
            || !token.All(letter => letter is > ' ' and <= '~')
            || !(seconds > 0))
        {
            throw new CommandApiException("No token: the answer holds no bearer token that can be used.");
        }

        return new(token, TimeSpan.FromSeconds(Math.Min(seconds, MostSeconds)), time, askedAt);
    }

    private sealed record Answer(string? AccessToken, string? TokenType, double? ExpiresIn);
}
