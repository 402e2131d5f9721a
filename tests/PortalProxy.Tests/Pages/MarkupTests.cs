using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>What every page owes to keyboards, screen readers and the content security policy, in every state.</summary>
public sealed class MarkupTests(HealthyPortal healthy)
{
    public static TheoryData<string, string?> Pages { get; } = new()
    {
        { "/", null },
        { "/?customer_name=Ann&external_key=T-1&id=2", null },
        { "/?id=99", null },
        { "/?ak=0", null },
        { "/?ak=0123456789abcdef0123456789abcdef", null },
        { "/representatives", null },
        { "/representatives", "id=999" },
        { "/representatives", "id=101" },
        { "/session-key", null },
        { "/session-key", "short_key=1" },
        { "/session-key", "short_key=1728331" },
        { "/issue", null },
        { "/issue", "id=x&customer_name=a%0Ab&customer_company=a%0Ab&customer_company_code=a%0Ab&customer_desc=%00&external_key=a%0Ab" },
        { "/issue", "id=1&customer_desc=Help" },
        { "/no-such-page", null },
        { "/download_customer_connector.ns", null },
        { "/download_customer_connector.ns?short_key=0000000", null },
        { "/download_customer_connector.ns?short_key=1", null },
        { "/download_customer_connector.ns?issue_menu=1&id=x&customer_name=a%0Ab", null },
        { "/download_customer_connector.ns?id=999&name=Nobody", null },
        { "/download_customer_connector.ns?short_key=1728331&issue_menu=1", null },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_id_is_unique(string address, string? form)
    {
        var ids = (await OpenAsync(address, form)).Document.QuerySelectorAll("[id]").Select(one => one.Id!).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_reference_leads_somewhere(string address, string? form)
    {
        var page = await OpenAsync(address, form);
        var references = page.Document.QuerySelectorAll("a[href^='#']").Select(one => one.GetAttribute("href")![1..])
            .Concat(Words(page, "aria-describedby")).Concat(Words(page, "aria-labelledby")).Concat(Words(page, "data-counter")).Concat(Words(page, "for"));

        Assert.All(references, one => Assert.NotNull(page.Document.GetElementById(one)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_field_has_a_label_and_every_button_a_name(string address, string? form)
    {
        var page = await OpenAsync(address, form);

        Assert.All(
            page.Document.QuerySelectorAll("input:not([type=hidden]), select, textarea"),
            one => Assert.True(one.Closest("label") is not null || page.Has($"label[for='{one.Id}']"), one.OuterHtml));
        Assert.All(page.Document.QuerySelectorAll("button, a"), one => Assert.NotEqual("", one.TextContent.Trim()));
        Assert.All(page.Document.QuerySelectorAll("form"), one => Assert.Equal("post", one.GetAttribute("method")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_has_one_heading_a_title_a_language_and_the_way_back(string address, string? form)
    {
        var page = await OpenAsync(address, form);

        Assert.NotEqual("", page.Heading);
        Assert.EndsWith(" – Support", page.Title, StringComparison.Ordinal);
        Assert.Equal(page.Has(".summary"), page.Title.StartsWith("Error: ", StringComparison.Ordinal));
        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("width=device-width", page.One("meta[name=viewport]").GetAttribute("content"));
        Assert.Equal("/", page.One("header a.name").GetAttribute("href"));
        page.One("main");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_holds_what_the_policy_forbids_or_what_wants_a_cookie(string address, string? form)
    {
        var page = await OpenAsync(address, form);

        Assert.False(page.Has("[style], style, script:not([src]), iframe, object, base"));
        Assert.DoesNotContain(page.Document.All, one => one.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.False(page.Has("input[name='__RequestVerificationToken']"));
        Assert.False(page.Has("[maxlength]"));
        Assert.All(
            page.Document.QuerySelectorAll("[src], link[href]"),
            one => Assert.StartsWith("/", one.GetAttribute("src") ?? one.GetAttribute("href"), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(Page page, string attribute) => page.Document.QuerySelectorAll($"[{attribute}]")
        .SelectMany(one => one.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private Task<Page> OpenAsync(string address, string? form) =>
        form is null ? healthy.Browser.OpenAsync(address) : healthy.Browser.PostAsync(address, form);
}
