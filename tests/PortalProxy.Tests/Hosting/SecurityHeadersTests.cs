using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

public sealed class SecurityHeadersTests(HealthyPortal healthy)
{
    public static TheoryData<string, string, string?, int> OfEveryKind => Answers.OfEveryKind;

    [Theory]
    [MemberData(nameof(OfEveryKind))]
    public async Task Every_answer_carries_them(string method, string path, string? form, int status)
    {
        using var answer = await healthy.SendAsync(method, path, form);

        // Health is nobody's to embed, not even the portal's.
        var (ancestors, framing) = path is "/livez" or "/readyz" ? ("'none'", "DENY") : ("'self'", "SAMEORIGIN");
        answer.IsStatus(status);
        Assert.Equal(
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}",
            answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Equal(framing, answer.Header("X-Frame-Options"), ignoreCase: true);
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"));
    }

    [Theory]
    [MemberData(nameof(OfEveryKind))]
    public async Task No_answer_sets_a_cookie_or_names_a_server(string method, string path, string? form, int status)
    {
        using var answer = await healthy.SendAsync(method, path, form);

        answer.IsStatus(status);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("X-Powered-By"));
        Assert.Null(answer.Header("X-Appliance-Node"));
    }

    [Fact]
    public async Task A_form_of_another_site_is_answered_with_them_too()
    {
        using var answer = await healthy.SendAsync("POST", "/issue", "issue_menu=1", ("Sec-Fetch-Site", "cross-site"));

        answer.IsStatus(403);
        Assert.StartsWith("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Origins_of_the_settings_may_embed_and_no_older_header_forbids_it()
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"),
            ("Portal:FrameAncestors:0", "https://www.example.com"),
            ("Portal:FrameAncestors:1", "https://*.example.org"));

        using var answer = await portal.Client.GetAsync("/issue", TestContext.Current.CancellationToken);

        Assert.EndsWith(
            "frame-ancestors 'self' https://www.example.com https://*.example.org", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Null(answer.Header("X-Frame-Options"));
    }

    [Fact]
    public async Task Under_HTTPS_browsers_are_told_to_stay_there()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:TrustedProxies:0", "127.0.0.0/8"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/issue");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "help.example.com");

        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var plain = await portal.Client.GetAsync("/issue", TestContext.Current.CancellationToken);

        Assert.Equal("max-age=31536000", answer.Header("Strict-Transport-Security"));
        Assert.Null(plain.Header("Strict-Transport-Security"));
    }
}
