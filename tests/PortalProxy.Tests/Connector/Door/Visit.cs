using System.Text;
using CsCheck;

namespace PortalProxy.Tests.Connector.Door;

/// <summary>A request as it goes to the portal, one character per byte, and what may reach the appliance because of it.</summary>
/// <param name="Sent">The whole request.</param>
/// <param name="Line">The one request line that may reach the appliance; null where none may.</param>
/// <param name="Headers">The lines of the visitor's headers that go with it.</param>
/// <param name="IsSure">It must reach the appliance; otherwise the portal may refuse it as well.</param>
internal sealed record Visit(string Sent, string? Line, string Headers, bool IsSure)
{
    private static readonly string[] Names =
    [
        "/download_customer_connector.ns", "/api/start_session", "/api/start_session.ns", "/download_client_connector", "/download_client_connector.ns",
    ];

    private static readonly Gen<(string Path, bool IsSure)> Path = Gen.Select(Gen.OneOf(Names), Gen.Int[0, 2], Gen.OneOf(
        "{0}/", "/{0}", "/.{0}", "/x/..{0}", "/api/%2e%2e{0}", "{0}%2f", "{0}%2f..%2flogin", "{0};a=b", "{0}%00", "{0}%20", "{0}%0d%0a", "{0}/../api/command.ns",
        "{0}/../../login", "{0}\\..\\login", "{0}/login", "{0}.bak", "/simulated{0}", "http://portal.example{0}", "http://elsewhere.example{0}",
        "http://a:b@portal.example{0}", "/api/command.ns", "/login", "/", "*", "/check_health", "/oauth2/token", "/%2564ownload_customer_connector.ns",
        "/%64ownload_customer_connector.ns", "/%c0%afdownload_customer_connector.ns", "/DOWNLOAD_CUSTOMER_CONNECTOR.NS"),
        (name, trick, pattern) => trick == 0 ? (string.Format(null, pattern, name), false) : (name, true));

    private static readonly Gen<(string Method, bool IsSure)> Method = Gen.Frequency(
        (8, Gen.OneOf(("GET", true), ("POST", true), ("HEAD", true))),
        (1, Gen.OneOf("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "QUERY", "BREW", "PROPFIND", "get", "Post").Select(name => (name, false))));

    // None of it is a parameter of a connector request, or it is one that counts as absent.
    private static readonly Gen<string> Noise = Gen.OneOf(
        "evil=1", "", "=5", "%ff=1", "%zz=1", "action=generate_session_key", "c2cjs=1", "ISSUE_MENU=2", "Short_Key=1234567", "customer_name=", "name=%20%09", "codeName",
        "session.custom.other=x", "session.custom.=x", "id[]=5", "id%00=7", "%20id=7", "username=portal", "password=x",
        "queue_id=general", "customer_name[]=x", "amp;id=7", "%EF%BB%BFid=7", "key=1", "download=/tmp/x");

    // Known to the portal, and nothing for an appliance without that language installed. Twice would be wrong.
    private static readonly Gen<string> Once = Gen.OneOf("", "", "lang=de", "locale=pt-br", "agreement=1");

    // Whatever stands beside it, this makes the whole request wrong.
    private static readonly Gen<string> Fault = Gen.Frequency((6, Gen.Const("")), (1, Gen.OneOf(
        "customer_name=%zz", "customer_name=%4", "customer_name=%ff", "customer_name=%c0%80", "customer_name=%ed%a0%80", "customer_name=a%0ab", "customer_name=%00",
        "customer.company=a%0d%0aX-Injected:%201", "short_key=1234567&short_key=1234567", "issue_menu=2", "id=1&id=1", "id=0", "id=-1", "id=2147483648", "id=1e3",
        "ak=0123456789abcdef0123456789abcdef&issue_menu=1", "short_key=12", "ak=..%2f..%2flogin", "locale=..%2f", "customer_desc=a%08b", "external_key=a%0ab")));

    public static Gen<Visit> Of(Gen<Wish> wishes) => Gen.Select(
        Method, Path, wishes.SelectMany(Spelled), Gen.Select(Noise.Array[0, 4], Once, (noise, once) => (string[])[.. noise, once]), Fault, VisitorHeaderLines.All, Gen.Int[0, 1000],
        (method, path, want, noise, fault, headers, order) =>
        {
            string[] parameters = [.. want.Spelled, .. noise, .. fault.Length > 0 ? [fault] : Array.Empty<string>()];
            Shuffle(parameters, order);
            var inBody = method.Method is "POST" or "Post" ? order % (parameters.Length + 1) : 0;
            var target = $"{path.Path}?{string.Join('&', parameters[inBody..])}";
            var body = string.Join('&', parameters[..inBody]);
            var isRefused = fault.Length > 0 || headers.IsAnotherSites && method.Method is not ("GET" or "HEAD" or "get");
            return new Visit(
                $"{method.Method} {target} HTTP/1.1\r\nHost: portal.example\r\n{headers.Sent}{Framed(body, isChunked: order % 2 == 0)}",
                isRefused ? null : $"{(method.Method == "HEAD" ? "HEAD" : "GET")} {want.Wish.Target} HTTP/1.1\r\n",
                headers.Passed,
                method.IsSure && path.IsSure);
        });

    private static string Framed(string body, bool isChunked) => "Content-Type: application/x-www-form-urlencoded\r\n" + (isChunked
        ? $"Transfer-Encoding: chunked\r\n\r\n{(body.Length > 0 ? $"{body.Length:x};a=b\r\n{body}\r\n" : "")}0\r\nX-Trailer: 1\r\n\r\n"
        : $"Content-Length: {body.Length}\r\n\r\n{body}");

    private static Gen<(Wish Wish, string[] Spelled)> Spelled(Wish wish) =>
        wish.Parameters.Aggregate(Gen.Const<string[]>([]), (all, one) => Gen.Select(all, Spelled(one.Names, one.Value), (before, next) => (string[])[.. before, next]))
            .Select(spelled => (wish, spelled));

    private static Gen<string> Spelled(string[] names, string value) =>
        Gen.OneOf(names).SelectMany(name => Gen.Select(Encoded(name, spaceAround: false), Encoded(value, spaceAround: true), (left, right) => $"{left}={right}"));

    // Each byte as itself where it may, or as %XX in either case; a space also as a plus sign, and around a value.
    private static Gen<string> Encoded(string text, bool spaceAround)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Gen.Int[0, 2].Array[bytes.Length + 1].Select(ways =>
            (spaceAround ? new[] { "", "+", "%20" }[ways[^1]] : "") + string.Concat(bytes.Zip(ways, (one, way) => (one, way) switch
            {
                ((byte)' ', 0) => "+",
                (_, 0 or 1) when char.IsAsciiLetterOrDigit((char)one) || "-._~!$'()*,;:@/?\"<>^`{|}".Contains((char)one, StringComparison.Ordinal) => $"{(char)one}",
                (_, 1) => $"%{one:X2}",
                _ => $"%{one:x2}",
            })));
    }

    private static void Shuffle(string[] parameters, int order)
    {
        for (var left = parameters.Length; left > 1; left--)
            (parameters[left - 1], parameters[order % left]) = (parameters[order % left], parameters[left - 1]);
    }
}
