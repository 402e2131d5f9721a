using PortalProxy.Tests.Infrastructure;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.PublicSites;

public sealed class NoticeTests
{
    private const string Nowhere = "http://127.0.0.1:9";

    [Theory]
    [InlineData("/")]
    [InlineData("/issue")]
    [InlineData("/session-key")]
    public async Task A_notice_stands_on_every_page_with_a_form_in_the_order_of_the_settings(string address)
    {
        await using var portal = Portal.Start(
            ("Appliance:BaseUrl", Nowhere),
            ("Portal:Notices:0:Text", "Printing is **down**."), ("Portal:Notices:0:Severity", "Urgent"),
            ("Portal:Notices:1:Text", "New hours."), ("Portal:Notices:1:Texts:de", "Neue Zeiten."));

        var page = await new Browser(portal.Client).OpenAsync(address);
        var german = await new Browser(portal.Client).OpenAsync($"{address}?lang=de");

        Assert.Equal("Notices", page.One("section.notices").GetAttribute("aria-label"));
        Assert.Equal(["Important Printing is down.", "New hours."], Texts(page));
        Assert.Equal(["Wichtig Printing is down.", "Neue Zeiten."], Texts(german));
        Assert.Equal("en", german.Document.QuerySelectorAll(".notice > div")[0].GetAttribute("lang"));
        Assert.False(german.Document.QuerySelectorAll(".notice > div")[1].HasAttribute("lang"));
    }

    [Theory]
    [InlineData("2026-12-24T18:00+01:00", null, "2026-12-24T16:59:59Z", false)]
    [InlineData("2026-12-24T18:00+01:00", null, "2026-12-24T17:00Z", true)]
    [InlineData(null, "2026-12-24T18:00Z", "2026-12-24T17:59:59Z", true)]
    [InlineData(null, "2026-12-24T18:00Z", "2026-12-24T18:00Z", false)]
    [InlineData(null, null, "2026-12-24T18:00Z", true)]
    public void It_is_shown_from_the_first_moment_until_just_before_the_last(string? from, string? until, string now, bool isShown)
    {
        var site = InMemory.Read(
            ("Portal:Notices:0:Text", "x"), ("Portal:Notices:0:From", from), ("Portal:Notices:0:Until", until)).Sites.Default;

        Assert.Equal(isShown, Assert.Single(site.Notices).IsShown(DateTimeOffset.Parse(now, null)));
    }

    [Theory]
    [InlineData("Text", "# Big", "Portal:Notices:0:Text holds what can't be shown. Write paragraphs, lists")]
    [InlineData("Texts:de", "<https://x>", "Portal:Notices:0:Texts:de holds what can't be shown. ")]
    [InlineData("Texts:xx", "x", "Portal:Notices:0:Texts:xx ")]
    [InlineData("From", "tomorrow", "Portal:Notices:0:From is \"tomorrow\". Write a moment with its distance from UTC, such as 2026-12-24T18:00+01:00.")]
    [InlineData("Until", "2026-12-24 18:00", "Portal:Notices:0:Until is \"2026-12-24 18:00\". ")]
    [InlineData("Severity", "loud", "Portal:Notices:0:Severity is \"loud\". Write one of: Info, Warning, Urgent.")]
    public void A_wrong_one_stops_the_start(string key, string text, string message)
    {
        (string, string?)[] right = [("Portal:Notices:0:Text", "x")];

        var mistake = Assert.Single(InMemory.MistakesIn([.. right.Where(one => key != "Text"), ($"Portal:Notices:0:{key}", text)]));

        Assert.StartsWith(message, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_a_text_or_with_its_end_first_stops_the_start()
    {
        Assert.Equal(
            [
                $"Portal:Notices:0:Text is missing. {PortalProxy.PublicSites.MarkdownText.Mend}",
                "Portal:Notices:0:Until is not after From. Write a later moment, or leave one of the two out.",
            ],
            InMemory.MistakesIn(("Portal:Notices:0:From", "2026-12-24T18:00Z"), ("Portal:Notices:0:Until", "2026-12-24T18:00Z")));
    }

    private static IEnumerable<string> Texts(Page page) => page.Document.QuerySelectorAll(".notice")
        .Select(one => string.Join(' ', one.TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)));
}
