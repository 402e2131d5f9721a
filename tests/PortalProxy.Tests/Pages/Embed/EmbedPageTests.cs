using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages.Embed;

/// <summary>The page for web authors.</summary>
public sealed class EmbedPageTests(HealthyPortal healthy)
{
    private const string Author = "https://www.example.com";

    [Fact]
    public async Task The_snippet_holds_what_the_reader_chose()
    {
        var page = await healthy.Browser.OpenAsync("/embed?way=issue&language=de&theme=dark&accent=%23b00020&title=Ask%20%22us%22");

        page.Is(200);
        Assert.Equal(
            $"<script async src=\"{healthy.Portal.Url.GetLeftPart(UriPartial.Authority)}/embed.js\" data-way=\"issue\" data-lang=\"de\""
            + " data-theme=\"dark\" data-accent=\"#b00020\" data-title=\"Ask &quot;us&quot;\"></script>",
            page.One("pre code").TextContent);
        Assert.Equal("en", page.One("main > div[lang]").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://www.example.com/help?a=b", "www.example.com may embed the portal.")]
    [InlineData("https://www.example.org", "www.example.org may not embed the portal. Ask its administrator to add this setting: Portal:FrameAncestors:1 = https://www.example.org")]
    [InlineData("example", "This is no address.")]
    public async Task It_says_whether_a_site_may_embed_the_portal(string site, string answer)
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:FrameAncestors:0", Author));
        var page = await new Browser(portal.Client).OpenAsync($"/embed?site={Uri.EscapeDataString(site)}");

        Assert.Contains(answer, page.One("p[role=status]").TextContent);
    }

    [Theory]
    [InlineData("/embed")]
    [InlineData("/embed?selftest=1")]
    public async Task Its_fields_have_labels_and_its_ids_are_unique(string address)
    {
        var page = await healthy.Browser.OpenAsync(address);
        var ids = page.Document.QuerySelectorAll("[id]").Select(one => one.Id!).ToList();

        Assert.NotEqual("", page.Heading);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.Document.QuerySelectorAll("input, select"), one => Assert.True(page.Has($"label[for='{one.Id}']"), one.OuterHtml));
        Assert.False(page.Has("[style], style, script:not([src])"));
    }

    [Theory]
    [InlineData("198.51.100.7", "public")]
    [InlineData("192.168.1.7", "private")]
    [InlineData("172.20.1.7", "private")]
    [InlineData("fd00::7", "private")]
    public async Task The_self_test_knows_whether_the_portal_was_reached_privately(string visitor, string kind)
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:TrustedProxies:0", "127.0.0.0/8"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/embed?selftest=1");
        request.Headers.Host = "help.example.com";
        request.Headers.Add("X-Forwarded-For", visitor);

        using var answer = await portal.SendAsync(request);

        Assert.Equal(kind, (await answer.PageAsync()).QuerySelector("#findings")!.GetAttribute("data-private"));
    }

    [Theory]
    [InlineData("iframe", true)]
    [InlineData("document", false)]
    public async Task A_start_page_in_a_frame_offers_a_new_tab_without_scripts_too(string place, bool offers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/issue") { Content = new FormUrlEncodedContent([new("customer_name", "Ann")]) };
        request.Headers.Add("Sec-Fetch-Dest", place);

        using var answer = await healthy.Portal.SendAsync(request);

        Assert.Equal(offers, (await answer.PageAsync()).QuerySelector("details a[target=_blank]") is not null);
    }

    [Theory]
    [InlineData(Author, true)]
    [InlineData("https://www.example.org", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    public async Task Sites_that_may_embed_the_portal_may_read_who_is_there(string? origin, bool allowed)
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Portal:FrameAncestors:0", Author));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/availability");
        if (origin is not null)
            request.Headers.Add("Origin", origin);

        using var answer = await portal.SendAsync(request);

        Assert.Equal(allowed ? origin : null, answer.Raw("Access-Control-Allow-Origin"));
        Assert.Equal("Origin", answer.Raw("Vary"));
        Assert.Null(answer.Raw("Access-Control-Allow-Credentials"));
    }
}
