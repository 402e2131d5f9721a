using System.Collections.Immutable;
using FluentValidation.Results;

namespace PortalProxy.Connector.Reading;

/// <summary>What somebody asked for, parameter by parameter, before anything of it is believed.</summary>
public sealed class ConnectorFields
{
    public static readonly ConnectorFields None = new([], []);

    /// <summary>What a ticked agreement sends.</summary>
    public const string Agreed = "1";

    private readonly ImmutableArray<SentField> sent;

    internal ConnectorFields(ImmutableArray<SentField> sent, IReadOnlyList<ValidationFailure> faults)
    {
        this.sent = sent;
        Faults = faults;
    }

    /// <summary>
    /// What could not even be read: repeated parameters, two names for one field, broken encoding. The state of each is the name
    /// under which it came.
    /// </summary>
    public IReadOnlyList<ValidationFailure> Faults { get; }

    public IEnumerable<ConnectorParameter> Present => sent.Select(one => one.Parameter);

    /// <summary>The value that the rules speak of: trimmed, every line end CRLF, as a form sends it; null where absent.</summary>
    public string? this[ConnectorParameter parameter] =>
        Find(parameter) is { } one ? WithLineEndsOfForms(one.Value.Trim()) : null;

    /// <summary>The ways that were asked for; a sound request names exactly one.</summary>
    public IReadOnlyList<ConnectorWay> Ways => [.. FindWays()];

    /// <summary>The text as it was typed; empty where absent.</summary>
    public string Typed(ConnectorParameter parameter) => Find(parameter)?.Value ?? "";

    /// <summary>The name under which the parameter of a failure came, or else the portal's own name for it.</summary>
    public string NameAsSent(ValidationFailure failure) => failure.CustomState as string
        ?? sent.FirstOrDefault(one => one.Parameter.Name == failure.PropertyName)?.Name
        ?? failure.PropertyName;

    public ConnectorFields With(ConnectorParameter parameter, string value) =>
        new(Without([parameter]).sent.Add(new(parameter, parameter.Name, value)), Faults);

    public ConnectorFields Without(IEnumerable<ConnectorParameter> parameters) =>
        new(sent.RemoveAll(field => parameters.Contains(field.Parameter)), Faults);

    private SentField? Find(ConnectorParameter parameter) => sent.FirstOrDefault(one => one.Parameter == parameter);

    private bool Has(ConnectorParameter parameter) => Find(parameter) is not null;

    // Not ReplaceLineEndings: it takes form feeds and other control characters, which are to be refused, for line ends as well.
    private static string WithLineEndsOfForms(string text) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace("\n", "\r\n", StringComparison.Ordinal);

    private IEnumerable<ConnectorWay> FindWays()
    {
        var asksForIssue = Has(ConnectorParameter.IssueMenu) || Has(ConnectorParameter.CodeName);
        if (Has(ConnectorParameter.SessionKey))
        {
            yield return ConnectorWay.SessionKey;
        }

        if (Has(ConnectorParameter.InvitationKey))
        {
            yield return ConnectorWay.Invitation;
        }

        if (asksForIssue)
        {
            yield return ConnectorWay.Issue;
        }

        // An id belongs to the issue where there is one; a name can only be a representative's.
        if (Has(ConnectorParameter.RepresentativeName) || Has(ConnectorParameter.Id) && !asksForIssue)
        {
            yield return ConnectorWay.Representative;
        }
    }
}
