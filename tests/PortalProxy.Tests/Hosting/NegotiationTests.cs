using Microsoft.AspNetCore.Http;
using PortalProxy.Hosting;

namespace PortalProxy.Tests.Hosting;

public sealed class NegotiationTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("*/*", false)]
    [InlineData("text/html", false)]
    [InlineData("text/*", false)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", false)]
    [InlineData("text/html, application/json", false)]
    [InlineData("text/html;q=0.9, application/json;q=0.8", false)]
    [InlineData("*/*;q=0.1", false)]
    [InlineData("not a media type", false)]
    [InlineData("application/json", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/problem+json, text/html;q=0.5", true)]
    [InlineData("application/json, text/plain, */*", false)]
    [InlineData("application/json, */*;q=0.1", true)]
    [InlineData("application/json;q=0.9, text/html;q=0.8", true)]
    [InlineData("text/html;q=0, */*", true)]
    [InlineData("image/png", true)]
    [InlineData("application/octet-stream", true)]
    public void Whoever_does_not_take_HTML_or_likes_JSON_better_is_a_program(string? accept, bool prefersJson)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;

        Assert.Equal(prefersJson, Negotiation.PrefersJson(request));
    }
}
