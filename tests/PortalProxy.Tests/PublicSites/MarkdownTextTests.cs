using PortalProxy.PublicSites;

namespace PortalProxy.Tests.PublicSites;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("We are **closed** on *Friday*.", "<p>We are <strong>closed</strong> on <em>Friday</em>.</p>")]
    [InlineData("See [our news](https://example.com/a?b=1&c=2).", "<p>See <a href=\"https://example.com/a?b=1&amp;c=2\" target=\"_blank\" rel=\"noopener\">our news</a>.</p>")]
    [InlineData("[Call](tel:+468123456)", "<p><a href=\"tel:+468123456\" target=\"_blank\" rel=\"noopener\">Call</a></p>")]
    [InlineData("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("a <b onclick=x>b</b> &amp; c", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt; &amp; c</p>")]
    public void What_is_allowed_is_shown_and_html_is_plain_text(string text, string html)
    {
        Assert.True(MarkdownText.TryRender(text, out var rendered));
        Assert.Equal(html, rendered);
    }

    [Theory]
    [InlineData("![picture](https://example.com/a.png)")]
    [InlineData("[go](javascript:alert(1))")]
    [InlineData("[go](JaVaScRiPt&colon;alert(1))")]
    [InlineData("[go](data:text/html,x)")]
    [InlineData("[go](http://example.com)")]
    [InlineData("[go](//example.com)")]
    [InlineData("# Heading")]
    [InlineData("> quote")]
    [InlineData("```\ncode\n```")]
    [InlineData("    code")]
    [InlineData("***")]
    [InlineData("<https://example.com>")]
    public void What_is_not_allowed_is_found(string text) => Assert.False(MarkdownText.TryRender(text, out _));

    [Theory]
    [InlineData("I agree to the [terms](https://example.com/terms).", true)]
    [InlineData("One.\n\nTwo.", false)]
    [InlineData("- one", false)]
    public void A_label_is_one_paragraph(string text, bool isRight)
    {
        Assert.Equal(isRight, MarkdownText.TryRenderLine(text, out var html));
        Assert.DoesNotContain("<p>", isRight ? html : "");
    }
}
