using System.Globalization;
using PortalProxy.Connector.Reading;
using FluentValidation.Results;

namespace PortalProxy.Connector;

/// <summary>
/// A connector request that ended without a client, left in the request's features for whoever words the answer. The route sets
/// the status and writes no body.
/// </summary>
/// <param name="Outcome">Why.</param>
/// <param name="Fields">What was sent, so that it is still there for the next try.</param>
/// <param name="Verdict">The failures of a wrong field; valid for every other outcome.</param>
public sealed record ConnectorRefusal(ConnectorOutcome Outcome, ConnectorFields Fields, ValidationResult Verdict)
{
    /// <summary>When to come again; null where waiting would not help.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Refuses a client that asks too often, for as long as it takes.</summary>
    public static void TooMany(HttpContext context, ConnectorFields fields, TimeSpan wait) =>
        new ConnectorRefusal(ConnectorOutcome.TooMany, fields, new()) { Wait = wait }.LeaveIn(context);

    /// <summary>Sets the status, says when to come again, and leaves the rest to whoever words the answer.</summary>
    public void LeaveIn(HttpContext context)
    {
        context.Response.StatusCode = StatusOf(Outcome);
        context.Features.Set(this);
        if (Wait is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }

    public static int StatusOf(ConnectorOutcome outcome) => outcome switch
    {
        ConnectorOutcome.FieldWrong or ConnectorOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
        ConnectorOutcome.TooSlow => StatusCodes.Status504GatewayTimeout,
        ConnectorOutcome.TooMany => StatusCodes.Status429TooManyRequests,
        ConnectorOutcome.Prefetched or ConnectorOutcome.TooBusy => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };
}
