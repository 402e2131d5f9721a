using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>One request that no browser sends, and its status.</summary>
/// <param name="Name">As a test's name says it.</param>
/// <param name="Status">What it is answered with.</param>
/// <param name="Request">All of its bytes, one a character.</param>
internal sealed record CustomerFault(string Name, int Status, string Request)
{
    /// <summary>Stands where a customer's secrets may stand.</summary>
    public const string Mark = "Qzx7Vww";

    private const string Query = $"{PortalRequests.Door}?issue_menu=1&customer_name={Mark}";
    private const string Form = $"issue_menu=1&customer_name={Mark}";
    private const string FormType = "Content-Type: application/x-www-form-urlencoded\r\n";

    public static IReadOnlyList<CustomerFault> All { get; } =
    [
        Post("two lengths that agree", 400, $"Content-Length: {Form.Length}\r\nContent-Length: {Form.Length}"),
        Post("two lengths that differ", 400, $"Content-Length: {Form.Length}\r\nContent-Length: 3"),
        Post("two lengths in one line", 400, $"Content-Length: {Form.Length}, {Form.Length}"),
        Post("a length with a plus", 400, $"Content-Length: +{Form.Length}"),
        Post("a length of minus nothing", 400, "Content-Length: -0"),
        Post("a length in hexadecimal", 400, "Content-Length: 0x20"),
        Post("a length with a tabulator in it", 400, "Content-Length: 2\t0"),
        Post("a length of thirty digits", 400, $"Content-Length: {new string('1', 30)}"),
        Post("a length of nothing", 400, "Content-Length:"),
        Post("a blank before a colon", 400, $"Content-Length : {Form.Length}"),
        Post("a length and chunks", 400, $"Content-Length: {Form.Length}\r\nTransfer-Encoding: chunked", $"{Form.Length:x}\r\n{Form}\r\n0\r\n\r\n"),
        Post("chunks that are compressed", 400, "Transfer-Encoding: chunked, gzip", $"{Form.Length:x}\r\n{Form}\r\n0\r\n\r\n"),
        Post("chunks that are none", 400, "Transfer-Encoding: chunked", $"{Mark}\r\n{Form}\r\n0\r\n\r\n"),
        Post("a body of ten megabytes", 413, "Content-Length: 10000000", ""),
        Post("ten megabytes in chunks", 413, "Transfer-Encoding: chunked", string.Concat(Enumerable.Repeat($"8000\r\n{new string('x', 0x8000)}\r\n", 320))),
        Post("a body of another type", 415, $"Content-Length: {Form.Length}\r\nContent-Type: text/plain", type: ""),
        Posting("a byte that is no UTF-8", 422, "issue_menu=1&customer_name=\u00FF"),
        Posting("overlong UTF-8", 422, "issue_menu=1&customer_name=\u00C0\u00AF"),
        Posting("overlong UTF-8, percent-encoded", 422, "issue_menu=1&customer_name=%C0%AF"),
        Posting("a NUL in a field", 422, "issue_menu=1&customer_name=a%00b"),
        Posting("a bare NUL in a field", 422, "issue_menu=1&customer_name=a\0b"),
        Posting("a line break in a name", 422, "issue_menu=1&customer_name=a%0d%0ab"),
        Posting("ten thousand fields of one name", 422, $"issue_menu=1{string.Concat(Enumerable.Repeat("&id=1", 10_000))}"),
        Get("a bare line feed after the request line", 400, $"GET {Query} HTTP/1.1\nHost: localhost\r\n\r\n"),
        Get("a bare line feed after a header", 400, $"GET {Query} HTTP/1.1\r\nHost: localhost\nX-A: {Mark}\r\n\r\n"),
        Get("bare line feeds at the end", 400, $"GET {Query} HTTP/1.1\r\nHost: localhost\r\n\n"),
        Get("a bare carriage return in a header", 400, $"GET {Query} HTTP/1.1\r\nHost: localhost\r\nX-A: a\rb\r\n\r\n"),
        Get("a NUL in a header", 400, $"GET {Query} HTTP/1.1\r\nHost: localhost\r\nX-A: a\0b\r\n\r\n"),
        Get("a NUL in the address", 400, $"GET {Query}\0 HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Get("a header that goes on in the next line", 400, $"GET {Query} HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\n\r\n"),
        Get("bytes beyond ASCII in the address", 400, $"GET {Query}\u00C0\u00AF HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Asking("a NUL in the path", 400, "/download_customer_connector.ns%00?issue_menu=1"),
        Asking("a line break in the path", 404, "/download_customer_connector.ns%0d%0aX:y?issue_menu=1"),
        Asking("overlong UTF-8 in the path", 404, "/%c0%af/download_customer_connector.ns?issue_menu=1"),
        Asking("two slashes", 404, "//download_customer_connector.ns?issue_menu=1"),
        Asking("a semicolon", 404, "/download_customer_connector.ns;x=1?issue_menu=1"),
        Asking("a slash in disguise", 404, "/download_customer_connector.ns%2f?issue_menu=1"),
        Asking("a way up into the appliance", 404, "/download_customer_connector.ns/%2e%2e/login"),
        Asking("another method of the appliance's", 404, "/api/command.ns?action=get_logged_in_reps"),
        Asking("a fragment", 422, "/download_customer_connector.ns?issue_menu=1#top"),
        Asking("an address of 100 KB", 414, $"{Query}&x={new string('x', 100_000)}"),
        Get("a header of 100 KB", 431, $"GET {Query} HTTP/1.1\r\nHost: localhost\r\nX-A: {new string('x', 100_000)}\r\n\r\n"),
        Get("no host", 400, $"GET {Query} HTTP/1.1\r\n\r\n"),
        Get("two hosts", 400, $"GET {Query} HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"),
        Get("a host that is none", 400, $"GET {Query} HTTP/1.1\r\nHost: local host\r\n\r\n"),
        Get("a host beside another in the address", 400, $"GET http://elsewhere.example{Query} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Get("a host that the portal is not", 400, $"GET {Query} HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n"),
        Get("a method that nobody knows", 405, $"BREW {Query} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        Get("a tunnel", 405, "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n"),
        Get("a version to come", 505, $"GET {Query} HTTP/4.2\r\nHost: localhost\r\n\r\n"),
        Get("no HTTP at all", 400, $"\u0016\u0003\u0001{Mark}\r\n\r\n"),
    ];

    public static CustomerFault Of(string name) => All.Single(one => one.Name == name);

    public override string ToString() => Name;

    private static CustomerFault Get(string name, int status, string request) => new(name, status, request);

    private static CustomerFault Asking(string name, int status, string target) => new(name, status, $"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private static CustomerFault Posting(string name, int status, string form) => Post(name, status, $"Content-Length: {form.Length}", form);

    private static CustomerFault Post(string name, int status, string headers, string body = Form, string type = FormType) =>
        new(name, status, $"POST {PortalRequests.Door} HTTP/1.1\r\nHost: localhost\r\n{type}{headers}\r\n\r\n{body}");
}
