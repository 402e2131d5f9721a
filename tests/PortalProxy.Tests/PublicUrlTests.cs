using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests;

/// <summary>Every public address: its methods, its status, its type. An address that is not here does not exist.</summary>
public sealed class PublicUrlTests(HealthyPortal healthy)
{
    private const string Html = "text/html; charset=utf-8";
    private const string Client = "application/octet-stream";
    private const string Issue = "issue_menu=1";

    [Theory]
    [InlineData("GET", "/", 200, Html)]
    [InlineData("HEAD", "/", 200, Html)]
    [InlineData("POST", "/", 405, Html)]
    [InlineData("GET", "/?ak=0123456789abcdef0123456789abcdef", 200, Html)]
    [InlineData("GET", "/?ak=no-key", 422, Html)]
    [InlineData("GET", "/representatives", 200, Html)]
    [InlineData("POST", "/representatives", 422, Html)]
    [InlineData("PUT", "/representatives", 405, Html)]
    [InlineData("GET", "/session-key", 200, Html)]
    [InlineData("POST", "/session-key", 422, Html)]
    [InlineData("PUT", "/session-key", 405, Html)]
    [InlineData("GET", "/issue", 200, Html)]
    [InlineData("POST", "/issue", 200, Html)]
    [InlineData("PUT", "/issue", 405, Html)]
    [InlineData("GET", "/livez", 200, "application/json; charset=utf-8")]
    [InlineData("HEAD", "/livez", 200, "application/json; charset=utf-8")]
    [InlineData("POST", "/livez", 405, Html)]
    [InlineData("GET", "/readyz", 200, "application/json; charset=utf-8")]
    [InlineData("POST", "/readyz", 405, Html)]
    [InlineData("GET", "/availability", 200, "application/json; charset=utf-8")]
    [InlineData("POST", "/availability", 405, Html)]
    [InlineData("GET", "/availability/events", 200, "text/event-stream")]
    [InlineData("POST", "/availability/events", 405, Html)]
    [InlineData("GET", "/downloads/0123456789abcdef0123456789abcdef", 200, "text/event-stream")]
    [InlineData("POST", "/downloads/0123456789abcdef0123456789abcdef", 405, Html)]
    [InlineData("GET", "/downloads/1", 404, Html)]
    [InlineData("GET", "/css/look.css", 200, "text/css")]
    [InlineData("GET", "/js/portal.js", 200, "text/javascript")]
    [InlineData("GET", "/js/start.js", 200, "text/javascript")]
    [InlineData("GET", "/js/frame.js", 200, "text/javascript")]
    [InlineData("GET", "/js/selftest.js", 200, "text/javascript")]
    [InlineData("GET", "/embed.js", 200, "text/javascript")]
    [InlineData("HEAD", "/embed.js", 200, "text/javascript")]
    [InlineData("POST", "/embed.js", 405, Html)]
    [InlineData("GET", "/embed", 200, Html)]
    [InlineData("POST", "/embed", 405, Html)]
    [InlineData("GET", "/embed?selftest=1", 200, Html)]
    [InlineData("POST", "/embed/prefill", 200, "application/json; charset=utf-8")]
    [InlineData("GET", "/embed/prefill", 405, Html)]
    [InlineData("GET", "/images/portal.svg", 200, "image/svg+xml")]
    [InlineData("POST", "/css/look.css", 405, Html)]
    [InlineData("GET", "/appsettings.json", 404, Html)]
    [InlineData("GET", "/api/command.ns", 404, Html)]
    [InlineData("GET", "/check_health", 404, Html)]
    [InlineData("GET", "/simulated", 404, Html)]
    [InlineData("GET", "/refusal/404", 404, Html)]
    [InlineData("GET", "/no-such-page", 404, Html)]
    public async Task An_address_answers_its_methods(string method, string address, int status, string type)
    {
        using var request = new HttpRequestMessage(new(method), address);

        using var answer = await healthy.Portal.SendAsync(request);

        Assert.Equal((status, type), ((int)answer.StatusCode, answer.Raw("Content-Type")));
    }

    [Theory]
    [InlineData("/download_customer_connector.ns")]
    [InlineData("/api/start_session")]
    [InlineData("/api/start_session.ns")]
    [InlineData("/download_client_connector")]
    [InlineData("/download_client_connector.ns")]
    public async Task The_door_has_five_names_and_three_methods(string path)
    {
        foreach (var method in new[] { "GET", "HEAD", "POST" })
        {
            using var answer = await healthy.Portal.AskAsync(method, path, Issue);
            Assert.Equal((method, 200, Client), (method, (int)answer.StatusCode, answer.Raw("Content-Type")));
            Assert.StartsWith("attachment; filename=bomgar-scc-", answer.Raw("Content-Disposition"), StringComparison.Ordinal);
        }

        foreach (var method in new[] { "PUT", "DELETE", "PATCH", "OPTIONS", "BREW" })
        {
            using var answer = await healthy.Portal.AskAsync(method, path, Issue);
            Assert.Equal((method, 405, Html), (method, (int)answer.StatusCode, answer.Raw("Content-Type")));
        }

        using var wrong = await healthy.Portal.GetAsync(path);
        Assert.Equal((422, Html), ((int)wrong.StatusCode, wrong.Raw("Content-Type")));
        using var wrongForPrograms = await healthy.Portal.GetAsync(path, "application/json");
        Assert.Equal((422, "application/problem+json"), ((int)wrongForPrograms.StatusCode, wrongForPrograms.Raw("Content-Type")));
    }
}
