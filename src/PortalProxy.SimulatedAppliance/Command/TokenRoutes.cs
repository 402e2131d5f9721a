using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PortalProxy.SimulatedAppliance.Wire;

namespace PortalProxy.SimulatedAppliance.Command;

/// <summary>OAuth 2.0's token endpoint (RFC 6749, section 4.4), with the one grant that the vendor offers to programs.</summary>
internal sealed class TokenRoutes(AccessTokens tokens, SimulatedApplianceOptions options)
{
    public IEnumerable<ApplianceRoute> All =>
        options.Era == Era.Guide2008 ? [] : [new("/oauth2/token", ["POST"], AnswerAsync)];

    private Task AnswerAsync(Exchange exchange)
    {
        if (tokens.Failing)
            return WriteAsync(exchange, StatusCodes.Status500InternalServerError, new { error = "server_error" });
        if (!IsAccount(exchange.Request))
        {
            exchange.Response.Headers.WWWAuthenticate = "Basic";
            return WriteAsync(exchange, StatusCodes.Status401Unauthorized, new { error = "invalid_client" });
        }

        // The grant belongs into the body; a portal that writes it into the address is not to be helped.
        var inBody = exchange.Request.Readable && !exchange.Request.RawTarget.Contains('?', StringComparison.Ordinal);
        return (inBody, exchange.Request.Values("grant_type")) switch
        {
            (true, ["client_credentials"]) => IssueAsync(exchange),
            (true, [_]) => WriteAsync(exchange, StatusCodes.Status400BadRequest, new { error = "unsupported_grant_type" }),
            _ => WriteAsync(exchange, StatusCodes.Status400BadRequest, new { error = "invalid_request" }),
        };
    }

    private Task IssueAsync(Exchange exchange) => WriteAsync(exchange, StatusCodes.Status200OK, new
    {
        access_token = tokens.Issue(),
        token_type = "Bearer",
        expires_in = (long)options.TokenLifetime.TotalSeconds,
    });

    // RFC 6749 wants id and secret form-encoded before they are joined; the vendor takes them as they are.
    private bool IsAccount(RecordedRequest request) =>
        request.Header("Authorization") == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));

    private static Task WriteAsync(Exchange exchange, int status, object answer)
    {
        exchange.Response.Headers.CacheControl = "no-store";
        return exchange.WriteAsync(status, "application/json; charset=utf-8", JsonSerializer.Serialize(answer));
    }
}
