using PortalProxy.Connector.Dialects;
using PortalProxy.Connector.Reading;
using PortalProxy.Pages.ByIssue;

namespace PortalProxy.Pages.Embed;

/// <summary>
/// Checks what a host page knows of the customer, by the rules of links: names and values in, those that may stay out, under the
/// portal's own names. Both travel in bodies, so that no address and no <c>Referer</c> holds them.
/// </summary>
public static class PrefillRoute
{
    public const string Path = "/embed/prefill";

    public static void MapPrefill(this IEndpointRouteBuilder app) => app.MapPost(Path, CheckAsync);

    private static async Task<IResult> CheckAsync(HttpContext context, Prefill prefill, Offers offers, ConnectorDialect dialect)
    {
        var fields = await prefill.ReadAsync(context.Request, context.RequestAborted);
        var form = new WayForm(WayForm.Issue, fields, await offers.GetAsync(context.RequestAborted));
        var known = fields
            .Without([ConnectorParameter.Id, ConnectorParameter.CodeName, ConnectorParameter.RepresentativeName])
            .ToTyped();
        Add(known, ConnectorParameter.Id, IssueChoice.Of(form));
        Add(known, ConnectorParameter.CodeName, IssueChoice.UnlistedCodeName(form, dialect));
        return Results.Json(known);
    }

    private static void Add(Dictionary<string, string> known, ConnectorParameter parameter, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            known[parameter.Name] = value;
        }
    }

    private static Dictionary<string, string> ToTyped(this ConnectorFields fields) =>
        fields.Present.ToDictionary(parameter => parameter.Name, fields.Typed, StringComparer.Ordinal);
}
