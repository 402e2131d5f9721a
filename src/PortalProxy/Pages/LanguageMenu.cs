using PortalProxy.Connector.Reading;
using Microsoft.AspNetCore.Http.Extensions;
using PortalProxy.Languages;
using PortalProxy.PublicSites;

namespace PortalProxy.Pages;

/// <summary>
/// Links to the page under way in the other languages. What a link has prefilled stays, as far as an address may hold it: numbers
/// and code names, nothing of the customer's.
/// </summary>
public static class LanguageMenu
{
    private static readonly string[] Kept =
        [ConnectorParameter.Id.Name, ConnectorParameter.CodeName.Name, ConnectorParameter.IssueMenu.Name, ConnectorParameter.Skills.Name];

    /// <returns>None where a link would lose what the page answers: a form that was sent, a wrong link.</returns>
    public static IReadOnlyList<(Language Language, string Address)> Of(HttpContext context, PublicSite site) =>
        HttpMethods.IsGet(context.Request.Method) && context.Response.StatusCode == StatusCodes.Status200OK
            ? [.. site.Languages.Select(language => (language, AddressOf(context.Request, language)))]
            : [];

    private static string AddressOf(HttpRequest request, Language language)
    {
        var query = new QueryBuilder { { PageLanguage.Parameter, language.Tag } };
        foreach (var name in Kept.Where(name => request.Query[name] is [{ Length: > 0 }]))
        {
            query.Add(name, request.Query[name].ToString());
        }

        return $"{request.Path}{query}";
    }
}
