using PortalProxy.Languages;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Languages;

/// <summary>The links to the other languages.</summary>
public sealed class LanguageMenuTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/representatives")]
    [InlineData("/session-key")]
    [InlineData("/issue")]
    public async Task Every_language_is_named_in_itself_and_leads_to_the_same_page(string address)
    {
        var page = await healthy.Browser.OpenAsync($"{address}?lang=fi");
        var links = page.Document.QuerySelectorAll("nav.languages a");

        Assert.Equal("Kieli", page.One("nav.languages").GetAttribute("aria-label"));
        Assert.Equal(Language.All.Select(language => language.Name), links.Select(link => link.TextContent));
        Assert.All(links.Zip(Language.All), one =>
        {
            Assert.Equal($"{address}?lang={one.Second}", one.First.GetAttribute("href"));
            Assert.Equal((one.Second.Tag, one.Second.Tag), (one.First.GetAttribute("lang"), one.First.GetAttribute("hreflang")));
            Assert.Equal(one.Second.Direction, one.First.GetAttribute("dir"));
        });
        Assert.Equal("Suomi", page.One("nav.languages [aria-current]").TextContent);
        Assert.Equal("Suomi", (await healthy.Browser.OpenAsync(page.One("nav.languages [aria-current]").GetAttribute("href")!))
            .One("nav.languages summary").ChildNodes.Last().TextContent.Trim());
    }

    [Fact]
    public async Task What_a_link_chose_stays_and_nothing_of_the_customers_enters_an_address()
    {
        var page = await healthy.Browser.OpenAsync(
            "/issue?id=2&issue_menu=1&codeName=a%26b&session.skills=x&customer_name=Ann&customer_company=Acme&customer_desc=Help&external_key=T-1&name=Zo%C3%AB&short_key=1728331&locale=fr&other=1");

        Assert.Equal(
            "/issue?lang=de&id=2&codeName=a%26b&issue_menu=1&session.skills=x",
            page.One("nav.languages a[lang=de]").GetAttribute("href"));
        Assert.All(page.Document.QuerySelectorAll("nav.languages a"), link => Assert.DoesNotMatch("Ann|Acme|Help|T-1|Zo|1728331", link.GetAttribute("href")));
    }

    [Fact]
    public async Task It_is_not_where_a_link_would_lose_what_was_sent()
    {
        Assert.False((await healthy.Browser.PostAsync("/session-key", "short_key=12")).Has("nav.languages"));
        Assert.False((await healthy.Browser.PostAsync("/issue", "customer_desc=x")).Has("nav.languages"));
        Assert.False((await healthy.Browser.OpenAsync("/?ak=0123456789abcdef0123456789abcdef")).Has("nav.languages"));
        Assert.False((await healthy.Browser.OpenAsync($"{PortalRequests.Door}?short_key=0000000")).Has("nav.languages"));
    }

    [Fact]
    public async Task A_portal_that_speaks_one_language_has_none()
    {
        await using var portal = Portal.Before(healthy.Appliance, ("Portal:Languages:0", "sv"));

        var page = await new Browser(portal.Client).OpenAsync("/?lang=de");

        Assert.Equal("sv", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.False(page.Has("nav.languages"));
    }
}
