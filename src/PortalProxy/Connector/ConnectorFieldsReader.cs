using System.Collections.Immutable;
using System.Text;
using FluentValidation.Results;

namespace PortalProxy.Connector;

/// <summary>Reads the fields of a connector request from a query and, with POST, from a urlencoded body.</summary>
public sealed class ConnectorFieldsReader(ParameterNames names)
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
        var fields = ImmutableSortedDictionary.CreateBuilder<ConnectorParameter, SentField>();
        var faults = new List<ValidationFailure>();
        foreach (var (name, value) in parameters)
        {
            // A blank one counts as absent: forms send the fields that nobody filled in.
            if (!names.TryFind(name, out var parameter) || value is not null && string.IsNullOrWhiteSpace(value))
            {
                continue;
            }

            if (value is null)
            {
                faults.Add(new(ParameterNames.Own(parameter), FieldTexts.BrokenEncoding(name)) { CustomState = name });
            }
            else if (!fields.TryAdd(parameter, new(name, value)))
            {
                faults.Add(new(ParameterNames.Own(parameter), FieldTexts.SentTwice(name, fields[parameter].Name)) { CustomState = name });
            }
        }

        return new(fields.ToImmutable(), faults);
    }
}
