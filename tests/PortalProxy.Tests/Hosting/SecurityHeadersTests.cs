using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

public sealed class SecurityHeadersTests(HealthyPortal healthy, PortalBehindTls behindTls) : IClassFixture<PortalBehindTls>
{
    public static TheoryData<string, string, string?, string?, int> OfEveryKind => Answers.OfEveryKind;

    [Theory, MemberData(nameof(OfEveryKind))]
    public async Task Every_answer_carries_them(string method, string path, string? form, string? headers, int status)
    {
        using var answer = await healthy.Portal.SendAsync(method, path, form, headers);

        answer.IsStatus(status);
        RightHeaders.AreIn(answer.Header, method, path, status);
    }

    [Theory, MemberData(nameof(OfEveryKind))]
    public async Task Every_answer_carries_them_over_TLS_and_where_others_may_embed(string method, string path, string? form, string? headers, int status)
    {
        using var answer = await behindTls.Portal.SendAsync(method, path, form, PortalBehindTls.Forwarded + (headers is null ? "" : $"|{headers}"));

        answer.IsStatus(status);
        RightHeaders.AreIn(answer.Header, method, path, status, isHttps: true, others: PortalBehindTls.MayEmbed);
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
}
