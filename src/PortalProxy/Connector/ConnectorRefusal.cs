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
    public static int StatusOf(ConnectorOutcome outcome) => outcome switch
    {
        ConnectorOutcome.FieldWrong or ConnectorOutcome.Refused => StatusCodes.Status422UnprocessableEntity,
        ConnectorOutcome.TooSlow => StatusCodes.Status504GatewayTimeout,
        ConnectorOutcome.Prefetched => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status502BadGateway,
    };
}
