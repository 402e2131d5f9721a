using System.Collections.Immutable;
using System.Text;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace PortalProxy.Connector.Reading;

/// <summary>Reads the fields of a connector request from a query and, with POST, from a urlencoded body.</summary>
public sealed class ConnectorFieldsReader(ParameterNames names, IStringLocalizer texts)
{
    public const string FormType = "application/x-www-form-urlencoded";

    /// <exception cref="BadHttpRequestException">The body is of another type (415), too long (413) or broke off (400).</exception>
    public async Task<ConnectorFields> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var parameters = new List<UrlEncoded.Parameter>(ReadQuery(request));
        if (HttpMethods.IsPost(request.Method))
        {
            parameters.AddRange(UrlEncoded.Read(await ReadBodyAsync(request, cancellationToken)));
        }

        return Gather(parameters);
    }

    public ConnectorFields ReadQueryOnly(HttpRequest request) => Gather(ReadQuery(request));

    private static IReadOnlyList<UrlEncoded.Parameter> ReadQuery(HttpRequest request) =>
        request.QueryString.Value is ['?', .. var query] ? UrlEncoded.Read(Encoding.UTF8.GetBytes(query)) : [];

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';', 2)[0].Trim();
        if (type is not null && !type.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException($"A form is sent as {FormType}.", StatusCodes.Status415UnsupportedMediaType);
        }

        // Kestrel's limit of the body's size stands before this.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    private ConnectorFields Gather(IEnumerable<UrlEncoded.Parameter> parameters)
    {
        var fields = ImmutableArray.CreateBuilder<SentField>();
        var faults = new List<ValidationFailure>();
        foreach (var (name, value) in parameters)
        {
            // A blank one counts as absent: forms send the fields that nobody filled in.
            if (names.Find(name) is not { } parameter || value is not null && string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (value is null)
            {
                faults.Add(Fault(parameter, name, texts["EncodingBroken", name]));
            }
            else if (fields.FirstOrDefault(one => one.Parameter == parameter) is { } first)
            {
                faults.Add(Fault(parameter, first.Name, SentTwice(name, first.Name)));
            }
            else
            {
                fields.Add(new(parameter, name, value));
            }
        }

        // A field that came ten thousand times is one fault, not ten thousand lines of an answer.
        return new(fields.ToImmutable(), [.. faults.DistinctBy(fault => (fault.PropertyName, fault.ErrorMessage))]);
    }

    private string SentTwice(string name, string firstName) => name == firstName
        ? texts["SentTwice", name]
        : texts["SentUnderTwoNames", firstName, name];

    // The state carries the name as it was sent: a field that can't be read is not among the fields.
    private static ValidationFailure Fault(ConnectorParameter parameter, string name, string text) =>
        new(parameter.Name, text) { CustomState = name };
}
