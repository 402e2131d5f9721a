using Microsoft.Net.Http.Headers;

namespace PortalProxy.Languages;

/// <summary>In which language the request under way is answered.</summary>
public sealed class PageLanguage
{
    /// <summary>The one parameter that chooses a language.</summary>
    public const string Parameter = "lang";

    private const int MostAccepted = 20;

    public Language Language { get; private set; } = Language.English;

    /// <summary>Whether <c>?lang=</c> chose it: then links and forms of the page carry it on.</summary>
    public bool IsChosen { get; private set; }

    /// <summary>The language that the customer or their browser named; null where neither names one of ours.</summary>
    public Language? Wanted { get; private set; }

    /// <summary>An address of the portal in this language.</summary>
    public string Link(string path) => IsChosen ? $"{path}?{Parameter}={Language.Tag}" : path;

    /// <summary><c>lang</c>, then <c>Accept-Language</c>, then the site's first language.</summary>
    public Language Negotiate(HttpRequest request, IReadOnlyList<Language> offered)
    {
        var chosen = request.Query[Parameter] is [{ } tag] ? Language.Closest(tag, offered) : null;
        IsChosen = chosen is not null;
        Wanted = chosen ?? Accepted(request, offered);
        return Language = Wanted ?? offered[0];
    }

    private static Language? Accepted(HttpRequest request, IReadOnlyList<Language> offered) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var accepted)
            ? accepted
                .Take(MostAccepted)
                .Where(range => range.Quality != 0)
                .OrderByDescending(range => range.Quality ?? 1)
                .Select(range => Language.Closest(range.Value.ToString(), offered))
                .FirstOrDefault(language => language is not null)
            : null;
}
