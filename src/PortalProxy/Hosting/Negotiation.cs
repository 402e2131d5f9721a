using Microsoft.Net.Http.Headers;

namespace PortalProxy.Hosting;

/// <summary>Whether a caller is a person's browser or a program (RFC 9110, section 12.5.1).</summary>
public static class Negotiation
{
    /// <summary>True where <c>Accept</c> gives JSON more weight than HTML, or does not accept HTML at all.</summary>
    public static bool PrefersJson(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0 || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges))
        {
            return false;
        }

        var html = WeightOf("text/html", ranges);
        return html == 0 || WeightOf("application/problem+json", ranges) > html || WeightOf("application/json", ranges) > html;
    }

    // The most specific range that fits says the weight.
    private static double WeightOf(string type, IList<MediaTypeHeaderValue> ranges)
    {
        var wanted = new MediaTypeHeaderValue(type);
        return ranges
            .Where(range => wanted.IsSubsetOf(range))
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}
