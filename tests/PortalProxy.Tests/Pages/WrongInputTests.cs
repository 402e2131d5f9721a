using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>What comes back when something is wrong: the same page, all that was typed, and what to do.</summary>
public sealed class WrongInputTests(HealthyPortal healthy)
{
    [Fact]
    public async Task Everything_typed_is_still_there()
    {
        const string description = "\n\n\"I can’t\" <script>alert(1)</script> </textarea>\n\ttab &amp; 😀\n";
        var page = await healthy.Browser.OpenAsync("/issue?external_key=T-1%22%3E");
        page.Type("textarea", description);
        page.Type("select[name=id]", "3");
        page.Type("input[name=customer_name]", "Zoë \"Z\" <i>");
        page.Type("input[name=customer_company]", new string('x', 101));
        page.Type("input[name=customer_company_code]", "77");

        var again = await healthy.Browser.SubmitAsync(page.Form("#issue form"));

        again.Is(422);
        Assert.Equal(description, again.Typed("textarea"));
        Assert.Equal("3", again.Typed("select[name=id]"));
        Assert.Equal("Zoë \"Z\" <i>", again.Typed("input[name=customer_name]"));
        Assert.Equal(new string('x', 101), again.Typed("input[name=customer_company]"));
        Assert.Equal("77", again.Typed("input[name=customer_company_code]"));
        Assert.Contains(("external_key", "T-1\">"), again.Hidden("#issue form"));
        Assert.Single(again.Document.Scripts);
    }

    [Theory]
    [InlineData("/session-key", "short_key=17", "short_key", "A session key has 7 letters or digits, and you entered 2. Check it with the person who is helping you.")]
    [InlineData("/session-key", "short_key=12345%C3%A97", "short_key", "A session key has 7 letters or digits and nothing else. Check it with the person who is helping you.")]
    [InlineData("/session-key", "short_key=", "short_key", "Enter the session key.")]
    [InlineData("/session-key", "", "short_key", "Enter the session key.")]
    [InlineData("/session-key", "short_key=1728331&short_key=1728331", "short_key", "“short_key” was sent more than once. Send it once.")]
    [InlineData("/issue", "customer_name=a%0Ab", "customer_name", "Your name has more than one line. Write it in one line.")]
    [InlineData("/issue", "customer_company=a%00b", "customer_company", "Your company has a character that can’t be sent, such as a tab. Type that part again.")]
    [InlineData("/issue", "customer_desc=%FF", "customer_desc", "The text of “customer_desc” can’t be read. Send it as UTF-8, with each percent sign written as %25.")]
    [InlineData("/issue", "id=x", "id", "The id must be a whole number from 1 to 2147483647.")]
    public async Task The_error_stands_in_the_summary_and_beside_its_field(string address, string form, string field, string text)
    {
        var page = await healthy.Browser.PostAsync(address, form);

        page.Is(422);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = page.One(".summary[role=alert] a");
        Assert.Equal(text, link.TextContent);
        var target = page.One(link.GetAttribute("href")!);
        Assert.Equal(field, target.GetAttribute("name"));
        Assert.Equal("true", target.GetAttribute("aria-invalid"));
        var beside = target.GetAttribute("aria-describedby")!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => page.One($"#{id}"));
        Assert.Contains(beside, one => one.TextContent == $"Error: {text}");
    }

    [Theory]
    [InlineData("/representatives", "", "Choose the person who is to help you.")]
    [InlineData("/representatives", "id=999", "This person is not available. Choose somebody who is there now.")]
    [InlineData("/representatives", "id=104", "This person is not available. Choose somebody who is there now.")]
    [InlineData("/representatives", "id=101&name=Somebody", "The name does not belong to this person. Choose somebody from the list.")]
    [InlineData("/session-key", "short_key=1728331&issue_menu=1", "This asks for help in several ways at once. Use one only: a person, a session key or an issue.")]
    [InlineData("/issue", "codeName=unheard_of", "This issue is not known. Choose one from the list.")]
    [InlineData("/issue", "external_key=a%0Ab", "The ticket number has more than one line. Write it in one line.")]
    public async Task An_error_without_a_field_of_its_own_leads_to_the_form(string address, string form, string text)
    {
        var page = await healthy.Browser.PostAsync(address, form);

        page.Is(422);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        var link = page.One(".summary[role=alert] a");
        Assert.Equal(text, link.TextContent);
        Assert.Equal("section", page.One(link.GetAttribute("href")!).LocalName);
    }

    [Fact]
    public async Task All_errors_are_told_at_once()
    {
        var page = await healthy.Browser.PostAsync("/issue", "customer_name=a%0Ab&customer_company=a%0Ab&id=0");

        Assert.Equal(3, page.Document.QuerySelectorAll(".summary a").Length);
        Assert.Equal(3, page.Document.QuerySelectorAll("[aria-invalid=true]").Length);
    }

    [Fact]
    public async Task A_page_without_an_error_says_nothing_of_errors()
    {
        var page = await healthy.Browser.OpenAsync("/");

        Assert.Equal("Get help – Support", page.Title);
        Assert.False(page.Has(".summary, .error, [aria-invalid]"));
    }

    [Fact]
    public async Task A_wrong_number_is_told_where_there_is_no_list_to_choose_from()
    {
        await using var portal = Portal.Start(("Appliance:BaseUrl", "http://127.0.0.1:9"));

        var page = await new Browser(portal.Client).PostAsync("/issue", "id=x");

        page.Is(422);
        Assert.True(page.Has(page.One(".summary a").GetAttribute("href")!));
    }
}
