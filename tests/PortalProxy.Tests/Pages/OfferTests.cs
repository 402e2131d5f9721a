using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>Which ways the portal offers, and what it says when it can offer little.</summary>
public sealed class OfferTests(HealthyPortal healthy)
{
    [Theory]
    [InlineData("Portal:Representatives", "/representatives", "id=101")]
    [InlineData("Portal:SessionKey", "/session-key", "short_key=1728331")]
    [InlineData("Portal:Issue", "/issue", "issue_menu=1")]
    public async Task A_way_that_is_switched_off_is_nowhere(string setting, string path, string form)
    {
        await using var portal = Portal.Before(healthy.Appliance, (setting, "false"));
        var browser = new Browser(portal.Client);

        (await browser.OpenAsync(path)).Is(404);
        (await browser.PostAsync(path, form)).Is(404);
        var page = await browser.OpenAsync("/");
        page.Is(200);
        Assert.Equal(
            new[] { "representatives", "session-key", "issue" }.Except([path[1..]]),
            page.Document.QuerySelectorAll("section[id]").Select(one => one.Id!));
    }

    [Fact]
    public async Task Without_an_account_there_is_no_list_of_representatives_and_no_word_of_it()
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"),
            ("Portal:Issues:0:Id", "7"), ("Portal:Issues:0:Title", "Printing & more"),
            ("Portal:Issues:1:Id", "3"), ("Portal:Issues:1:Title", "Mail"));
        var browser = new Browser(portal.Client);

        (await browser.OpenAsync("/representatives")).Is(404);
        var page = await browser.OpenAsync("/");
        Assert.Equal(["Enter a session key", "Describe an issue"], page.Document.QuerySelectorAll("h2").Select(one => one.TextContent));
        Assert.DoesNotContain("Choose a person", page.Text);
        Assert.Equal(
            [("", "Something else, or not sure"), ("7", "Printing & more"), ("3", "Mail")],
            page.Document.QuerySelectorAll("#issue select option").Select(one => (one.GetAttribute("value")!, one.TextContent)));
    }

    [Fact]
    public async Task Without_issues_everything_goes_to_the_general_queue()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));
        var browser = new Browser(portal.Client);
        var page = await browser.OpenAsync("/issue");

        Assert.False(page.Has("select"));
        var start = await browser.SubmitAsync(page.Form("#issue form"));

        start.Is(200);
        Assert.Equal([("issue_menu", "1")], start.Hidden("#connector"));
    }

    [Fact]
    public async Task Whoever_does_not_want_to_be_listed_is_not_listed()
    {
        var page = await healthy.Browser.OpenAsync("/representatives");

        Assert.Equal(
            ["Åsa Lindqvist", "Jürgen Groß", "Mary O’Neill & Co"], page.Document.QuerySelectorAll("button.person").Select(one => one.TextContent));
        Assert.DoesNotContain("Nadia", page.Document.DocumentElement.OuterHtml);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/representatives")]
    public async Task Where_nobody_is_logged_in_the_page_says_so(string address)
    {
        await using var appliance = await Simulated.StartAsync();
        appliance.State.LoggedIn.ToList().ForEach(one => appliance.State.LogOut(one.Representative.Id));
        await using var portal = Portal.Before(appliance);

        var page = await new Browser(portal.Client).OpenAsync(address);

        page.Is(200);
        Assert.Contains("Nobody is available right now.", page.One("#representatives").TextContent);
        Assert.False(page.Has("#representatives button"));
    }

    [Fact]
    public async Task While_the_appliance_is_down_pages_open_and_nothing_typed_is_lost()
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", "http://127.0.0.1:9"), ("Appliance:Username", "portal"), ("Appliance:Password", "simulated"));
        var browser = new Browser(portal.Client);

        var page = await browser.OpenAsync("/");
        page.Is(200);
        Assert.Contains("We can’t see who is there right now.", page.One("#representatives").TextContent);
        page.Type("#session-key input[name=short_key]", "1728331");
        var start = await browser.SubmitAsync(page.Form("#session-key form"));
        start.Is(200);
        var outage = await browser.SubmitAsync(start.Form("#connector"));

        outage.Is(502);
        Assert.Equal("We can’t start the session right now", outage.Heading);
        Assert.Equal("1728331", outage.Typed("#session-key input[name=short_key]"));
        (await browser.PostAsync("/representatives", "id=101")).Is(422);
    }

    [Fact]
    public async Task A_phone_number_stands_on_every_page_where_there_is_one()
    {
        Assert.Equal("tel:+468123456", (await healthy.Browser.OpenAsync("/")).One("footer a").GetAttribute("href"));
        Assert.Equal("+46 8 123 456", (await healthy.Browser.OpenAsync("/no-such-page")).One("footer a").TextContent);
    }
}
