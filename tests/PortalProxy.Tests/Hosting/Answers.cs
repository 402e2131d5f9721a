using System.Net;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>One request of each kind that the portal answers, and the status that it answers with.</summary>
internal static class Answers
{
    private const string Door = PortalRequests.Door;
    private static readonly string TooLong = $"customer_desc={new string('x', 200_000)}";

    /// <summary>Method, address, form, further headers as <c>Name: value</c> with a bar between them, and the status.</summary>
    public static TheoryData<string, string, string?, string?, int> OfEveryKind { get; } = new()
    {
        { "GET", "/", null, null, 200 },
        { "GET", "/?lang=de", null, null, 200 },
        { "GET", "/?customer_name=Ann", null, null, 200 },
        { "GET", "/?ak=0123456789abcdef0123456789abcdef", null, null, 200 },
        { "GET", "/?ak=0", null, null, 422 },
        { "HEAD", "/", null, null, 200 },
        { "POST", "/", "a=b", null, 405 },
        { "GET", "/representatives", null, null, 200 },
        { "POST", "/representatives", "id=", null, 422 },
        { "GET", "/session-key", null, null, 200 },
        { "POST", "/session-key", "short_key=1728331", null, 200 },
        { "POST", "/session-key", "short_key=1", null, 422 },
        { "POST", "/session-key", "short_key=1", "Sec-Fetch-Site: cross-site", 403 },
        { "POST", "/session-key", "short_key=1", "Content-Type: text/plain", 415 },
        { "GET", "/issue", null, null, 200 },
        { "GET", "/issue?lang=de&customer_name=Ann", null, null, 200 },
        { "POST", "/issue", "issue_menu=1", null, 200 },
        { "POST", "/issue", TooLong, null, 413 },
        { "DELETE", "/issue", null, null, 405 },
        { "OPTIONS", "/issue", null, "Origin: https://elsewhere.example|Access-Control-Request-Method: GET", 405 },
        { "GET", "/embed", null, null, 200 },
        { "GET", "/embed?selftest=1", null, null, 200 },
        { "POST", "/embed/prefill", "customer_name=Ann", null, 200 },
        { "GET", "/embed.js", null, null, 200 },
        { "HEAD", "/embed.js", null, null, 200 },
        { "GET", "/embed.js", null, "If-None-Match: *", 304 },
        { "GET", "/embed.js?customer_name=Ann", null, null, 200 },
        { "POST", "/embed.js", "a=b", null, 405 },
        { "GET", "/css/look.css", null, null, 200 },
        { "GET", "/css/look.css", null, "Accept-Encoding: br", 200 },
        { "GET", "/css/look.css", null, "If-None-Match: *", 304 },
        { "GET", "/css/look.css", null, "Range: bytes=0-1", 206 },
        { "GET", "/css/look.css", null, "Range: bytes=9999999-", 416 },
        { "GET", "/css/look.css?customer_name=Ann", null, null, 200 },
        { "GET", "/js/portal.js", null, null, 200 },
        { "GET", "/images/portal.svg", null, null, 200 },
        { "GET", "/site/nothing.css", null, null, 404 },
        { "GET", "/no-such-page", null, null, 404 },
        { "GET", "/no-such-page?customer_name=Ann", null, "Accept: application/json", 404 },
        { "GET", "/no-such-file.js", null, null, 404 },
        { "GET", "/refusal/500", null, null, 404 },
        { "GET", "/livez", null, null, 200 },
        { "HEAD", "/livez", null, null, 200 },
        { "POST", "/livez", "a=b", null, 405 },
        { "GET", "/readyz", null, null, 200 },
        { "GET", "/availability", null, null, 200 },
        { "GET", "/availability", null, "Origin: https://elsewhere.example", 200 },
        { "POST", "/availability", "a=b", null, 405 },
        { "GET", "/availability/events", null, null, 200 },
        { "GET", "/downloads/0123456789abcdef0123456789abcdef", null, null, 200 },
        { "GET", "/downloads/1", null, null, 404 },
        { "GET", Door, null, null, 422 },
        { "GET", Door, null, "Accept: application/json", 422 },
        { "GET", $"{Door}?short_key=0000000", null, null, 422 },
        { "GET", $"{Door}?issue_menu=1", null, null, 200 },
        { "GET", $"{Door}?issue_menu=1", null, "Sec-Purpose: prefetch", 503 },
        { "HEAD", $"{Door}?issue_menu=1", null, null, 200 },
        { "POST", Door, "issue_menu=1", null, 200 },
        { "POST", Door, "issue_menu=1", "Origin: https://elsewhere.example", 403 },
        { "POST", Door, "issue_menu=1", "Content-Type: application/json", 415 },
        { "POST", Door, TooLong, null, 413 },
        { "PUT", Door, null, null, 405 },
        { "GET", "/api/start_session?issue_menu=1", null, null, 200 },
        { "GET", "/api/start_session.ns?issue_menu=1", null, null, 200 },
        { "GET", "/download_client_connector?issue_menu=1", null, null, 200 },
        { "GET", "/download_client_connector.ns?issue_menu=1", null, null, 200 },
        { "GET", "/api/command.ns", null, null, 404 },
    };

    /// <summary>Sends a row, and returns as soon as the answer's headers are there: some answers never end.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this Portal portal, string method, string path, string? form, string? headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Content = form is null ? null : new StringContent(form, null, "application/x-www-form-urlencoded");
        foreach (var header in headers?.Split('|') ?? [])
        {
            var (name, value) = (header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await portal.SendAsync(request);
    }

    public static async Task<HttpResponseMessage> SendAsync(this HealthyPortal healthy, string method, string path, string? form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (form is not null)
        {
            request.Content = new StringContent(form, null, "application/x-www-form-urlencoded");
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await healthy.Portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.NonValidated.TryGetValues(name, out var values) || answer.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    public static void IsStatus(this HttpResponseMessage answer, int status) => Assert.Equal((HttpStatusCode)status, answer.StatusCode);
}
