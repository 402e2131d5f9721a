namespace PortalProxy.Tests.Hosting;

/// <summary>What the headers of any answer have to be, whatever was asked and however it went.</summary>
internal static class RightHeaders
{
    private static readonly string[] Doors =
    [
        "/download_customer_connector.ns", "/api/start_session", "/api/start_session.ns", "/download_client_connector", "/download_client_connector.ns",
    ];

    private static readonly string[] NeverThere = ["Set-Cookie", "Server", "X-Powered-By", "X-Appliance-Node", "Location", "Access-Control-Allow-Origin", "Via", "Alt-Svc"];

    /// <param name="header">Gives a header of the answer; null: there is none.</param>
    /// <param name="method">What was asked.</param>
    /// <param name="path">For what, with its query.</param>
    /// <param name="status">How it was answered.</param>
    /// <param name="isHttps">Whether the customer came over HTTPS.</param>
    /// <param name="others">Who may embed the portal beside itself.</param>
    public static void AreIn(Func<string, string?> header, string method, string path, int status, bool isHttps = false, string? others = null)
    {
        var (route, query) = path.Split('?') is [var before, var after] ? (before, after) : (path, "");
        var isHealth = route is ("/livez" or "/readyz") && method is ("GET" or "HEAD");
        var isLoader = route == "/embed.js" && status is (200 or 304);

        // Health is nobody's to embed, not even the portal's; an error in its place is a page like any other.
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
            + (isHealth ? "'none'" : others is null ? "'self'" : $"'self' {others}"),
            header("Content-Security-Policy"));
        Assert.Equal(isHealth ? "DENY" : others is null ? "SAMEORIGIN" : null, header("X-Frame-Options"), ignoreCase: true);
        Assert.Equal("nosniff", header("X-Content-Type-Options"));
        Assert.Equal("same-origin", header("Referrer-Policy"));
        Assert.Equal(isLoader ? "cross-origin" : "same-origin", header("Cross-Origin-Resource-Policy"));
        Assert.Equal(
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()", header("Permissions-Policy"));
        Assert.Equal(isHttps ? "max-age=31536000" : null, header("Strict-Transport-Security"));
        Assert.All(NeverThere, name => Assert.Null(header(name)));

        var isPersonal = method != "GET" || query.Length > 0 && !query.StartsWith("lang=", StringComparison.Ordinal) || query.Contains('&', StringComparison.Ordinal);
        if (isLoader && query.Length == 0)
        {
            Assert.Equal("public, max-age=3600", header("Cache-Control"));
        }
        else if (isPersonal || status >= 400 || isHealth || Doors.Contains(route) || IsOfTheMoment(route))
        {
            Assert.Equal("no-store", header("Cache-Control"));
        }
        else
        {
            Assert.DoesNotContain("no-store", header("Cache-Control") ?? "", StringComparison.Ordinal);
        }
    }

    /// <summary>A header of a head as it came over the socket; null: there is none.</summary>
    public static string? Of(string head, string name) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    private static bool IsOfTheMoment(string route) =>
        route.StartsWith("/availability", StringComparison.Ordinal) || route.StartsWith("/downloads/", StringComparison.Ordinal);
}
