using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Hosting;

/// <summary>What may be stored on the way. What must not, <see cref="RightHeaders"/> says of every answer.</summary>
public sealed class CachingTests(HealthyPortal healthy)
{
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
