using PortalProxy.Connector.Reading;
using PortalProxy.Connector.Rules;
using FluentValidation;

namespace PortalProxy.Pages;

/// <summary>What a link knows of the customer already. A value that breaks a rule is dropped: a customer can't mend a link.</summary>
public sealed partial class Prefill(ConnectorFieldsReader reader, FieldFormatValidator formats, ILogger<Prefill> logger)
{
    // A session key is typed by the customer; a link that carries one leads to the connector route itself. Nobody agrees for a customer.
    private static readonly ConnectorParameter[] Never =
        [ConnectorParameter.SessionKey, ConnectorParameter.InvitationKey, ConnectorParameter.IssueMenu, ConnectorParameter.Agreement];

    public ConnectorFields Read(HttpRequest request) => Keep(reader.ReadQueryOnly(request));

    /// <exception cref="BadHttpRequestException">The body can't be read.</exception>
    public async Task<ConnectorFields> ReadAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Keep(await reader.ReadAsync(request, cancellationToken));

    private ConnectorFields Keep(ConnectorFields sent)
    {
        var fields = sent.Without(Never);
        var faulty = formats.Validate(fields).Errors.Concat(fields.Faults).Select(fault => fault.PropertyName).ToHashSet(StringComparer.Ordinal);
        if (faulty.Count == 0)
        {
            return fields;
        }

        Log.Dropped(logger, string.Join(", ", faulty));
        return fields.Without(fields.Present.Where(parameter => faulty.Contains(parameter.Name)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A link prefills what can't be taken; dropped: {Names}.")]
        public static partial void Dropped(ILogger logger, string names);
    }
}
