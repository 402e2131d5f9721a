using System.Globalization;
using System.Text.Json;
using PortalProxy.Languages;
using PortalProxy.Pages;
using PortalProxy.Tests.Hosting;
using PortalProxy.Tests.Infrastructure;

namespace PortalProxy.Tests.Pages;

/// <summary>Outside the opening hours: the pages say so and offer what else there is; what was begun, and every link, goes on working.</summary>
public sealed class ClosedPageTests(HealthyPortal healthy) : IAsyncLifetime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    // Three days from now, so that no midnight during the test opens it.
    private static readonly (string, string)[] Closed =
    [
        ("Portal:TimeZone", "Europe/Stockholm"), ($"Portal:OpeningHours:{DateTime.UtcNow.AddDays(3).DayOfWeek}:0", "08:00-17:00"),
        ("Portal:SupportPhone", "+46 8 123"), ("Portal:TicketLink", "https://tickets.example.com/new"),
    ];

    private Portal portal = null!;

    private Browser Browser => field ??= new(portal.Client);

    public async ValueTask InitializeAsync() => portal = await Portal.Before(healthy.Appliance, Closed).WithDirectoryAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/issue")]
    [InlineData("/representatives")]
    public async Task A_page_says_that_it_is_closed_until_when_and_what_else_to_do(string address)
    {
        var page = await Browser.OpenAsync(address);

        page.Is(200);
        Assert.Equal("We are closed right now", page.One(".closed h2").TextContent);
        Assert.StartsWith("We open again: ", page.One(".closed h2 + p").TextContent, StringComparison.Ordinal);
        Assert.Contains("(time zone Europe/Stockholm)", page.One(".closed h2 + p").TextContent);
        Assert.True(DateTimeOffset.Parse(page.One("time").GetAttribute("datetime")!, CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow);
        Assert.Equal(["tel:+468123", "https://tickets.example.com/new"], page.Document.QuerySelectorAll(".closed .alternatives a").Select(one => one.GetAttribute("href")));
        Assert.False(page.Has("#issue form") || page.Has("#representatives"));
        Assert.Equal(address == "/", page.Has("#session-key form"));
    }

    [Fact]
    public async Task A_session_key_may_be_entered_at_any_hour_unless_a_setting_says_no()
    {
        Assert.True((await Browser.OpenAsync("/session-key")).Has("#session-key form"));

        await using var strict = Portal.Before(healthy.Appliance, [.. Closed, ("Portal:SessionKeyWhenClosed", "false")]);
        var page = await new Browser(strict.Client).OpenAsync("/session-key");
        Assert.True(page.Has(".closed") && !page.Has("#session-key form"));
        Assert.DoesNotContain("session key", page.One(".closed").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_begun_in_time_can_be_sent_and_a_wrong_field_brings_the_form_back()
    {
        (await Browser.PostAsync("/issue", "issue_menu=1&customer_desc=Help")).Is(200);

        var again = await Browser.PostAsync("/issue", $"issue_menu=1&customer_name={new string('x', 101)}");
        again.Is(422);
        Assert.True(again.Has("#issue form"));
    }

    [Fact]
    public async Task The_connector_route_and_invitations_work_at_any_hour()
    {
        using var answer = await portal.GetAsync("/download_customer_connector.ns?issue_menu=1");
        answer.IsStatus(200);
        Assert.True((await Browser.OpenAsync("/?ak=0123456789abcdef0123456789abcdef")).Has("#connector"));
    }

    [Fact]
    public async Task Availability_says_closed_and_until_when()
    {
        using var now = JsonDocument.Parse(await portal.Client.GetStringAsync("/availability", TestContext.Current.CancellationToken));

        Assert.False(now.RootElement.GetProperty("open").GetBoolean());
        Assert.True(now.RootElement.GetProperty("closed").GetBoolean());
        Assert.True(now.RootElement.GetProperty("opensAt").GetDateTimeOffset() > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_site_without_hours_says_nothing_of_them()
    {
        var page = await healthy.Browser.OpenAsync("/");

        Assert.False(page.Has(".closed") || page.Has("#hours"));
    }

    [Theory]
    [InlineData("en", "2026-11-24T07:00Z", "today, 8:00")]
    [InlineData("en", "2026-11-24T23:30Z", "tomorrow, 12:30")]
    [InlineData("de", "2026-11-25T07:00Z", "morgen, 08:00")]
    [InlineData("de", "2026-11-30T07:00Z", "Montag, 30. November, 08:00")]
    [InlineData("sv", "2026-11-30T07:00Z", "måndag, 30 november, 08:00")]
    public void The_moment_is_said_in_the_words_of_the_language_and_the_zone_of_the_site(string language, string opens, string words)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var texts = new PortalTexts(Language.English, new Dictionary<Language, IReadOnlyDictionary<string, string>>());

            var said = OpeningWords.Of(Moment(opens), Moment("2026-11-24T05:00Z"), Stockholm, texts);

            Assert.StartsWith(words, said, StringComparison.Ordinal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
