using PortalProxy.Connector.Reading;
using FluentValidation.Results;

namespace PortalProxy.Connector;

/// <summary>What became of the fields: a request, or the reasons why there is none.</summary>
/// <param name="Request">Null where the verdict is not valid.</param>
/// <param name="Verdict">Each failure under the portal's own name of its parameter; under "" what concerns the whole.</param>
public sealed record ConnectorDecision(ConnectorRequest? Request, ValidationResult Verdict)
{
    public static ConnectorDecision Wrong(ConnectorParameter parameter, string text) =>
        new(null, new ValidationResult([new ValidationFailure(parameter.Name, text)]));
}
