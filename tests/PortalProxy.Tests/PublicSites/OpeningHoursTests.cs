using PortalProxy.PublicSites.Hours;
using PortalProxy.Tests.Settings;

namespace PortalProxy.Tests.PublicSites;

public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData("2026-11-23T07:59:59", false)]
    [InlineData("2026-11-23T08:00:00", true)]
    [InlineData("2026-11-23T11:59:59", true)]
    [InlineData("2026-11-23T12:00:00", false)]
    [InlineData("2026-11-23T13:00:00", true)]
    [InlineData("2026-11-24T09:00:00", false)]
    public void It_is_open_from_the_first_moment_of_a_span_until_just_before_its_end(string local, bool isOpen) =>
        Assert.Equal(isOpen, Stockholm(("Monday:0", "08:00-12:00"), ("Monday:1", "13:00-17:00")).IsOpen(Local(local, 1)));

    [Theory]
    [InlineData("2026-11-27T22:00:00", true)]
    [InlineData("2026-11-28T00:00:00", true)]
    [InlineData("2026-11-28T01:59:59", true)]
    [InlineData("2026-11-28T02:00:00", false)]
    [InlineData("2026-11-27T01:00:00", false)]
    public void A_span_over_midnight_belongs_to_the_day_on_which_it_begins(string local, bool isOpen) =>
        Assert.Equal(isOpen, Stockholm(("Friday:0", "22:00-02:00")).IsOpen(Local(local, 1)));

    [Fact]
    public void Days_that_touch_at_midnight_are_one_and_whole_days_never_close()
    {
        var two = Stockholm(("Monday:0", "08:00-24:00"), ("Tuesday:0", "00:00-10:00"));
        Assert.Equal(Local("2026-11-24T10:00:00", 1), two.NextChange(Local("2026-11-23T23:00:00", 1)));

        var always = Stockholm([.. Enum.GetNames<DayOfWeek>().Select(day => ($"{day}:0", "00:00-24:00"))]);
        Assert.True(always.IsOpen(Local("2026-11-24T00:00:00", 1)));
        Assert.Null(always.NextChange(Local("2026-11-24T10:00:00", 1)));
    }

    [Theory]
    [InlineData("2026-12-25", "2026-12-28T08:00:00")]
    [InlineData("12-25", "2026-12-28T08:00:00")]
    [InlineData("2025-12-25", "2026-12-25T08:00:00")]
    [InlineData("12-25 10:00-11:00", "2026-12-25T10:00:00")]
    public void A_holiday_stands_in_the_place_of_its_weekday(string holiday, string opens)
    {
        var hours = Of("Europe/Stockholm", [holiday], ("Friday:0", "08:00-17:00"), ("Monday:0", "08:00-17:00"))!;

        Assert.Equal(Local(opens, 1), hours.NextOpening(Local("2026-12-24T20:00:00", 1)));
    }

    // Stockholm, 2026-03-29: 02:00 becomes 03:00; 2026-10-25: 03:00 becomes 02:00.
    [Theory]
    [InlineData("02:30-04:00", "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("03:30-04:00", "2026-03-29T00:00:00Z", "2026-03-29T01:30:00Z")]
    [InlineData("02:30-04:00", "2026-10-24T23:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("08:00-09:00", "2026-10-24T23:00:00Z", "2026-10-25T07:00:00Z")]
    public void Hours_are_those_of_the_clock_on_the_wall_when_it_is_put_forward_and_back(string span, string now, string opens) =>
        Assert.Equal(DateTimeOffset.Parse(opens, null), Stockholm(("Sunday:0", span)).NextOpening(DateTimeOffset.Parse(now, null)));

    [Fact]
    public void A_closing_in_the_hour_that_comes_twice_is_its_second()
    {
        var hours = Stockholm(("Sunday:0", "01:00-02:30"));

        Assert.Equal(DateTimeOffset.Parse("2026-10-25T01:30Z", null), hours.NextChange(DateTimeOffset.Parse("2026-10-25T00:45Z", null)));
    }

    [Theory]
    [InlineData("OpeningHours:Monday:0", "8-12", "Portal:OpeningHours:Monday:0 is \"8-12\". Write a span of time as hh:mm-hh:mm, such as 08:00-12:00.")]
    [InlineData("OpeningHours:Monday:0", "08:00-08:00", "Portal:OpeningHours:Monday:0 is ")]
    [InlineData("OpeningHours:Moonday:0", "08:00-12:00", "Portal:OpeningHours:Moonday names no day of the week. The nearest is Monday.")]
    [InlineData("TimeZone", "Stockholm", "Portal:TimeZone is \"Stockholm\". Write a name of the IANA time zone database, such as Europe/Stockholm.")]
    [InlineData("Holidays:0", "25.12.", "Portal:Holidays:0 is \"25.12.\". Write a date, such as 2026-12-25")]
    [InlineData("TicketLink", "javascript:alert(1)", "Portal:TicketLink is \"javascript:alert(1)\". Write an address that begins with https:// or mailto:.")]
    [InlineData("TicketLink", "http://example.com", "Portal:TicketLink is ")]
    public void A_wrong_setting_stops_the_start(string key, string text, string message)
    {
        (string Key, string? Value)[] right = [("Portal:TimeZone", "UTC"), ("Portal:OpeningHours:Tuesday:0", "08:00-12:00")];

        var mistake = Assert.Single(InMemory.MistakesIn([.. right.Where(one => one.Key != $"Portal:{key}"), ($"Portal:{key}", text)]));

        Assert.StartsWith(message, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_need_a_zone_and_holidays_need_hours()
    {
        Assert.Equal(
            ["Portal:TimeZone is missing, and OpeningHours is set. Write a name of the IANA time zone database, such as Europe/Stockholm."],
            InMemory.MistakesIn(("Portal:OpeningHours:Monday:0", "08:00-12:00")));
        Assert.Equal(
            ["Portal:Holidays names days, but there are no hours to differ from. Set OpeningHours too; 00:00-24:00 is a whole day."],
            InMemory.MistakesIn(("Portal:Holidays:0", "12-25")));
    }

    private static OpeningHours Stockholm(params (string Place, string Span)[] spans) => Of("Europe/Stockholm", [], spans)!;

    private static OpeningHours? Of(string zone, string[] holidays, params (string Place, string Span)[] spans) => InMemory.Read([
        ("Portal:TimeZone", zone),
        .. holidays.Select((day, at) => ($"Portal:Holidays:{at}", (string?)day)),
        .. spans.Select(one => ($"Portal:OpeningHours:{one.Place}", (string?)one.Span)),
    ]).Sites.Default.OpeningHours;

    private static DateTimeOffset Local(string text, int hoursFromUtc) =>
        new(DateTime.Parse(text, null), TimeSpan.FromHours(hoursFromUtc));
}
