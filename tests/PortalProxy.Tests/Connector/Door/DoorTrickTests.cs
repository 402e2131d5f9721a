namespace PortalProxy.Tests.Connector.Door;

/// <summary>
/// Tricks by name, each in both dialects: what reached the appliance, to the byte and in full, or that nothing did.
/// </summary>
public sealed class DoorTrickTests(BothDialects both) : IClassFixture<BothDialects>
{
    private const string Host = "Host: portal.example\r\n";

    public static MatrixTheoryData<string, string> PathsToTheDoor => new(BothDialects.Names, [
        "/download_customer_connector.ns", "/api/start_session", "/api/start_session.ns", "/download_client_connector", "/download_client_connector.ns",
        "/DOWNLOAD_Customer_Connector.NS", "/api/start_session/", "/./api/start_session", "/login/../api/start_session", "/%61pi/start%5fsession",
        "/x/%2e%2e/api/start_session", "http://portal.example/api/start_session", "http://a:b@portal.example/api/start_session",
    ]);

    public static MatrixTheoryData<string, string> PathsBesideTheDoor => new(BothDialects.Names, [
        "//api/start_session", "/api//start_session", "/api%2fstart_session", "/api/start_session;x=y", "/api/start_session%00", "/api/start_session%20",
        "/api/start_session%0d%0a", "/api/start_session/..", "/api/start_session/../command", "/api/start_session/%2e%2e/command.ns", "/api/start_session%2f..%2fcommand",
        "/api/start_session\\..\\command", "/api/start_session/x", "/api/start_session.ns.bak", "/api/start%255fsession", "/api/start_session%c0%af", "/api/start_session.",
        "http://elsewhere.example/api/start_session", "https://portal.example:99/api/start_session", "*", "portal.example:80", "/api/command", "/api/command.ns", "/login",
        "/oauth2/token", "/check_health", "/saml", "/", "/appliance/login.ns", "/files", "/refusal/502",
    ]);

    public static MatrixTheoryData<string, string> OtherMethods => new(BothDialects.Names, [
        "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "QUERY", "PROPFIND", "BREW", "PRI", "GET,POST", "G\u00CBT", "",
    ]);

    public static MatrixTheoryData<string, string> HeadersThatStayBehind => new(BothDialects.Names, [
        "Connection: User-Agent, X-Forwarded-For", "Connection: close", "Proxy-Connection: keep-alive", "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13",
        "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA", "Expect: 100-continue", "TE: trailers, deflate", "Trailer: X-Late",
        "X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: a\r\nX-Forwarded-For: b", "x-forwarded-FOR: 127.0.0.1, 203.0.113.9", "Forwarded: for=203.0.113.9;host=elsewhere.example",
        "X-Forwarded-Host: elsewhere.example", "X-Original-URL: /login", "X-Rewrite-URL: /api/command.ns", "X-HTTP-Method-Override: DELETE", "X-Original-Host: elsewhere.example",
        "Cookie: a=b\r\nCookie: c=d", "Authorization: Bearer x", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\ntracestate: a=b\r\nbaggage: a=b",
        "Range: bytes=0-0", "If-None-Match: *", "Accept-Encoding: gzip", "Content-Encoding: gzip", "Content-Type: multipart/form-data; boundary=x", "X-Bytes: \u0001\u007F\u00FF",
        "User-Agent: ", "User-Agent: a\u0001b", "User-Agent: a\tb", "User-Agent: a\u007Fb", "User-Agent: \r\nUser-Agent: second", "Accept-Language: ${jndi:ldap://203.0.113.9/a}",
        "Accept-Language: sv\u00E5", "Accept-Language: sv\"", "Accept-Language: <script>",
    ]);

    public static MatrixTheoryData<string, string> HeadersOfNoRequest => new(BothDialects.Names, [
        "User-Agent: a\u0000b", "User-Agent: a\rX-Injected: b", "X-A: b\nX-Injected: c", "User-Agent: a\r\n folded", "User-Agent : space before the colon", "X Y: z", ": z", "X-\u00E5: z", "Host: second.example",
        "Content-Length: 0\r\nContent-Length: 5", "Content-Length: 5, 5", "Content-Length: -1", "Transfer-Encoding: identity", "Transfer-Encoding: chunked, identity",
    ]);

    [Theory, MemberData(nameof(PathsToTheDoor))]
    public async Task However_the_door_is_spelled_the_portals_own_path_goes_out(string dialect, string path) =>
        Assert.Equal(both.Plain(dialect), await both.ArrivedAsync(dialect, $"GET {path}?issue_menu=1 HTTP/1.1\r\n{Host}\r\n", "200"));

    [Theory, MemberData(nameof(PathsBesideTheDoor))]
    public async Task Any_other_path_leads_nowhere(string dialect, string path) =>
        Assert.Equal(BothDialects.NotAsked, await both.ArrivedAsync(dialect, $"GET {path}?issue_menu=1 HTTP/1.1\r\n{Host}\r\n", null));

    [Theory, MemberData(nameof(OtherMethods))]
    public async Task Any_other_method_leads_nowhere(string dialect, string method) =>
        Assert.Equal(BothDialects.NotAsked, await both.ArrivedAsync(dialect, $"{method} /api/start_session?issue_menu=1 HTTP/1.1\r\n{Host}Content-Length: 0\r\n\r\n", null));

    [Theory, MemberData(nameof(HeadersThatStayBehind))]
    public async Task No_header_comes_along(string dialect, string header) =>
        Assert.Equal(both.Plain(dialect), await both.ArrivedAsync(dialect, $"GET /api/start_session?issue_menu=1 HTTP/1.1\r\n{Host}{header}\r\n\r\n", "200"));

    [Theory, MemberData(nameof(HeadersOfNoRequest))]
    public async Task What_is_no_request_is_none_of_the_appliances(string dialect, string header) =>
        Assert.Equal(BothDialects.NotAsked, await both.ArrivedAsync(dialect, $"GET /api/start_session?issue_menu=1 HTTP/1.1\r\n{Host}{header}\r\n\r\n", "400"));

    [Theory]
    [InlineData("DownloadCustomerConnector")]
    [InlineData("StartSession")]
    public async Task A_request_within_a_body_is_none(string dialect)
    {
        const string Inner = "GET /api/command.ns?action=get_api_info HTTP/1.1\r\nHost: a\r\n\r\n";
        var framings = new[] { $"Content-Length: {Inner.Length}\r\n\r\n{Inner}", $"Transfer-Encoding: chunked\r\n\r\n{Inner.Length:x}\r\n{Inner}\r\n0\r\n\r\n", $"\r\n{Inner}" };
        foreach (var framing in framings)
            Assert.Equal(both.Plain(dialect), await both.ArrivedAsync(dialect, $"GET /api/start_session?issue_menu=1 HTTP/1.1\r\n{Host}{framing}", "200"));
    }
}
