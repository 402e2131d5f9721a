using PortalProxy.PublicSites;

namespace PortalProxy.Tests.PublicSites;

/// <summary>Who may embed the portal, matched as browsers match <c>frame-ancestors</c>.</summary>
public sealed class FrameAncestorTests
{
    [Theory]
    [InlineData("https://www.example.com", "https://www.example.com", true)]
    [InlineData("https://WWW.example.com", "https://www.example.com", true)]
    [InlineData("https://www.example.com", "https://example.com", false)]
    [InlineData("https://www.example.com", "https://www.example.com.evil.example", false)]
    [InlineData("https://www.example.com", "http://www.example.com", false)]
    [InlineData("http://www.example.com", "https://www.example.com", true)]
    [InlineData("https://www.example.com", "https://www.example.com:8443", false)]
    [InlineData("https://www.example.com:8443", "https://www.example.com:8443", true)]
    [InlineData("https://www.example.com:*", "https://www.example.com:8443", true)]
    [InlineData("https://*.example.com", "https://www.example.com", true)]
    [InlineData("https://*.example.com", "https://a.b.example.com", true)]
    [InlineData("https://*.example.com", "https://example.com", false)]
    [InlineData("https://*.example.com", "https://notexample.com", false)]
    [InlineData("https://*", "https://anywhere.example", true)]
    [InlineData("https://*", "http://anywhere.example", false)]
    [InlineData("http://localhost:5000", "http://localhost:5000", true)]
    [InlineData("https://*", "null", false)]
    [InlineData("https://*", "", false)]
    [InlineData("https://*", "https://www.example.com/help", false)]
    [InlineData("https://*", "https://somebody@www.example.com", false)]
    public void A_page_may_embed_the_portal_when_its_origin_matches(string source, string origin, bool allowed) =>
        Assert.Equal(allowed, new FrameAncestor(source).Allows(origin));
}
