using System.Buffers;
using Microsoft.Net.Http.Headers;

namespace PortalProxy.Connector.Forwarding;

/// <summary>
/// What of a visitor's own headers goes to the appliance: the browser's name, by which it chooses the file, and the languages.
/// Each as it was sent, and only where it can be what it claims to be: anything else is written for programs behind the door,
/// such as a logger that acts on what it logs. Nothing is cleaned: what does not fit stays behind whole.
/// </summary>
internal static class VisitorHeaders
{
    // Browsers inside of apps add the app's name and version to their own, and get to some 500 characters.
    private const int Longest = 1024;

    // RFC 9110, section 12.5.4; and the underscore that programs write in the hyphen's place.
    private static readonly SearchValues<char> OfLanguages =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-_,;=. \t");

    /// <returns>At most one value of each; of a header that came several times the first.</returns>
    public static IEnumerable<(string Name, string Value)> Of(IHeaderDictionary headers)
    {
        if (headers.UserAgent is [{ Length: > 0 and <= Longest } browser, ..] && !browser.Any(IsControl))
        {
            yield return (HeaderNames.UserAgent, browser);
        }

        if (headers.AcceptLanguage is [{ Length: > 0 and <= Longest } languages, ..] && !languages.AsSpan().ContainsAnyExcept(OfLanguages))
        {
            yield return (HeaderNames.AcceptLanguage, languages);
        }
    }

    // Of ASCII only: the bytes of other scripts are letters to whoever reads them as UTF-8.
    private static bool IsControl(char letter) => letter is < ' ' or '\u007F';
}
