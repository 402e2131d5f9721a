using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What may be stored on the way, and what must not.</summary>
public sealed class CachingTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("POST", "/session-key", "short_key=1728331")]
    [InlineData("POST", "/session-key", "short_key=1")]
    [InlineData("GET", "/?customer_name=Ann", null)]
    [InlineData("GET", "/issue?lang=de&customer_name=Ann", null)]
    [InlineData("GET", "/?ak=0123456789abcdef0123456789abcdef", null)]
    [InlineData("GET", "/css/look.css?customer_name=Ann", null)]
    [InlineData("GET", "/no-such-page", null)]
    [InlineData("GET", "/no-such-page?customer_name=Ann", null)]
    [InlineData("DELETE", "/issue", null)]
    [InlineData("GET", "/download_customer_connector.ns", null)]
    [InlineData("GET", "/download_customer_connector.ns?issue_menu=1", null)]
    [InlineData("HEAD", "/download_customer_connector.ns?issue_menu=1", null)]
    [InlineData("POST", "/download_customer_connector.ns", "issue_menu=1")]
    public async Task What_may_be_personal_is_never_stored(string method, string path, string? form)
    {
        using var answer = await healthy.SendAsync(method, path, form);

        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?lang=de")]
    [InlineData("/issue")]
    public async Task A_page_that_holds_nothing_personal_may_be_stored(string path)
    {
        using var answer = await healthy.SendAsync("GET", path, null);

        Assert.DoesNotContain("no-store", answer.Header("Cache-Control") ?? "");
    }

    [Fact]
    public async Task Assets_are_asked_for_once_and_stored_for_long()
    {
        var page = await healthy.Browser.OpenAsync("/");
        var addresses = page.Document.QuerySelectorAll("link[href], script[src]")
            .Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!).ToList();

        Assert.Equal(3, addresses.Count);
        foreach (var address in addresses)
        {
            using var answer = await healthy.SendAsync("GET", address, null);
            answer.IsStatus(200);
            Assert.Contains("immutable", answer.Header("Cache-Control"));
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("gzip, deflate, br, zstd")]
    public async Task An_asset_that_is_asked_for_compressed_has_a_body(string encodings)
    {
        using var answer = await healthy.SendAsync("GET", "/css/look.css", null, ("Accept-Encoding", encodings));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        answer.IsStatus(200);
        Assert.True(bytes.Length > 500, $"The body has {bytes.Length} bytes, {answer.Header("Content-Encoding") ?? "not compressed"}.");
    }
}
