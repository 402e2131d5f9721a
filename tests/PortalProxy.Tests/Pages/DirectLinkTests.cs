using PortalProxy.SimulatedAppliance;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>Links to one person or one issue, on the pages to which people put them.</summary>
public sealed class DirectLinkTests(HealthyPortal healthy)
{
    private const string NotThere = "The person in your link is not there right now.";
    private const string Nadia = "id=104&name=Nadia+Benali";

    [Theory]
    [InlineData("/representatives")]
    [InlineData("/")]
    public async Task Somebody_who_is_not_listed_is_reached_by_number_and_matching_name(string address)
    {
        var page = await healthy.Browser.OpenAsync($"{address}?{Nadia}&external_key=INC1");

        Assert.Equal("Nadia Benali", page.One("form.direct button").TextContent);
        Assert.DoesNotContain("Nadia", page.One("#representatives").TextContent, StringComparison.Ordinal);
        Assert.Contains(("external_key", "INC1"), page.Hidden("form.direct"));
        var start = await healthy.Browser.SubmitAsync(page.Form("form.direct"), page.Button("form.direct button"));
        Assert.Equal("Nadia Benali is ready to help you", start.Heading);
        using var answer = await healthy.Browser.DownloadAsync(start.Form("#connector"));
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/representatives?id=104")]
    [InlineData("/representatives?id=104&name=Somebody")]
    [InlineData("/representatives?id=105&name=Tom%C3%A1%C5%A1+Nov%C3%A1k")]
    [InlineData("/representatives?id=105")]
    [InlineData("/representatives?id=999&name=Nobody")]
    [InlineData("/representatives?id=101&name=Somebody")]
    [InlineData("/?id=105&name=Tom%C3%A1%C5%A1+Nov%C3%A1k")]
    [InlineData("/?id=104&name=nadia+benali")]
    public async Task Whoever_is_not_there_or_not_named_rightly_is_not_there_and_no_name_is_repeated(string address)
    {
        var page = await healthy.Browser.OpenAsync(address);

        page.Is(200);
        Assert.Equal(NotThere, page.One(".direct").TextContent);
        Assert.DoesNotContain("Nadia", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tomáš", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, page.Document.QuerySelectorAll("button.person").Length);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?id=2")]
    [InlineData("/?id=105")]
    [InlineData("/issue?id=105&name=Tom%C3%A1%C5%A1+Nov%C3%A1k")]
    [InlineData("/session-key?id=105&name=Tom%C3%A1%C5%A1+Nov%C3%A1k")]
    [InlineData("/representatives?id=102")]
    [InlineData("/representatives?name=Nobody")]
    public async Task No_word_of_it_where_no_such_person_was_asked_for(string address) =>
        Assert.DoesNotContain(NotThere, (await healthy.Browser.OpenAsync(address)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("/representatives?id=103", "Mary O’Neill & Co")]
    [InlineData("/representatives?id=103&name=Mary+O%E2%80%99Neill+%26+Co", "Mary O’Neill & Co")]
    [InlineData("/?id=103&name=Mary+O%E2%80%99Neill+%26+Co", "Mary O’Neill & Co")]
    [InlineData("/?id=103", "Åsa Lindqvist")]
    public async Task Whom_a_link_names_stands_first_and_once(string address, string first)
    {
        var page = await healthy.Browser.OpenAsync(address);

        Assert.Equal(first, page.Document.QuerySelector("#representatives button.person")!.TextContent);
        Assert.Equal(3, page.Document.QuerySelectorAll("button.person").Length);
    }

    [Fact]
    public async Task Somebody_who_left_after_the_page_was_opened_is_said_to_have_left_once()
    {
        var page = await healthy.Browser.PostAsync("/representatives", "id=105&name=Tom%C3%A1%C5%A1+Nov%C3%A1k");

        page.Is(422);
        Assert.False(page.Has(".direct"));
    }

    [Theory]
    [InlineData("/issue?codeName=printing&external_key=INC1", "Help with: Printing & scanning")]
    [InlineData("/issue?codeName=printing&session.custom.external_key=INC1", "Help with: Printing & scanning")]
    [InlineData("/issue?id=2&external_key=INC1", "Help with: Printing & scanning")]
    [InlineData("/?id=2&external_key=INC1", "Help with: Printing & scanning")]
    public async Task A_deep_link_leads_to_its_issue_with_its_ticket(string address, string heading)
    {
        var page = await healthy.Browser.OpenAsync(address);
        var start = await healthy.Browser.SubmitAsync(page.Form("#issue form"));

        Assert.Equal(heading, start.Heading);
        Assert.Contains(("external_key", "INC1"), start.Hidden("#connector"));
        Assert.Contains(("id", "2"), start.Hidden("#connector"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_the_current_dialect_a_code_name_that_no_list_shows_arrives_unless_something_else_is_chosen(bool hasList)
    {
        await using var appliance = await Simulated.StartAsync(Era.Current);
        appliance.State.Teams = [.. appliance.State.Teams, new(13, "Hidden", [], [new(9, "Hidden", "hidden")])];
        await using var portal = Portal.Start(
        [
            ("Appliance:BaseUrl", appliance.Url.AbsoluteUri), ("Appliance:SessionApi", "StartSession"),
            .. hasList ? new[] { ("Portal:Issues:0:Id", "1"), ("Portal:Issues:0:Title", "Sign in") } : [],
        ]);
        var browser = new Browser(portal.Client);
        var page = await browser.OpenAsync("/issue?codeName=hidden&external_key=INC1");

        var start = await browser.SubmitAsync(page.Form("#issue form"));
        using var answer = await browser.DownloadAsync(start.Form("#connector"));
        Assert.Equal("/api/start_session?issue_menu=1&codeName=hidden&session.custom.external_key=INC1", Assert.Single(appliance.Requests.All).RawTarget);

        if (hasList)
        {
            page.Type("select[name=id]", "1");
            var other = await browser.SubmitAsync(page.Form("#issue form"));
            Assert.Equal("Help with: Sign in", other.Heading);
            Assert.DoesNotContain("codeName", other.Hidden("#connector").Select(one => one.Name));
        }
    }
}
