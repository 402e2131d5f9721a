using System.Diagnostics.CodeAnalysis;
using PortalProxy.Settings;

namespace PortalProxy.PublicSites.Hours;

/// <summary>Reads <c>Portal:OpeningHours:&lt;day&gt;:0</c>, <c>:Holidays:0</c> and <c>:TimeZone</c>.</summary>
internal static class HoursSettings
{
    private const string Key = "OpeningHours";
    private const string ZoneKey = "TimeZone";
    private const string HolidayKey = "Holidays";
    private const string ZoneMend = "Write a name of the IANA time zone database, such as Europe/Stockholm.";

    /// <summary>The zone of all times that a setting names without one; UTC where none is set.</summary>
    public static TimeZoneInfo ReadZone(SettingReader portal) =>
        portal.Value<TimeZoneInfo>(ZoneKey, TimeZoneInfo.Utc, TryParseZone, ZoneMend);

    /// <returns>Null: always open.</returns>
    public static OpeningHours? Read(SettingReader portal, TimeZoneInfo zone)
    {
        var weekly = portal.Names(Key).SelectMany(day => ReadDay(portal, day)).ToLookup(one => one.Day, one => one.Span);
        var holidays = portal.Texts(HolidayKey)
            .Select(one => portal.Value<Holiday?>(
                one.Place, null, Holiday.TryParse, "Write a date, such as 2026-12-25, or 12-25 for every year; hours may follow: 12-24 08:00-12:00."))
            .OfType<Holiday>()
            .ToList();
        if (weekly.Count == 0)
        {
            if (holidays.Count > 0)
            {
                portal.Mistake(HolidayKey, "names days, but there are no hours to differ from", $"Set {Key} too; 00:00-24:00 is a whole day.");
            }

            return null;
        }

        if (portal.Text(ZoneKey) is null)
        {
            portal.Mistake(ZoneKey, $"is missing, and {Key} is set", ZoneMend);
        }

        return new(weekly, holidays, zone);
    }

    private static IEnumerable<(DayOfWeek Day, OpeningSpan Span)> ReadDay(SettingReader portal, string name)
    {
        var place = $"{Key}:{name}";
        var spans = portal.Texts(place);
        if (!Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) || !char.IsLetter(name[0]))
        {
            portal.Mistake(place, "names no day of the week", $"The nearest is {Nearest.To(name, Enum.GetNames<DayOfWeek>())}.");
            return [];
        }

        return spans
            .Select(one => portal.Value<OpeningSpan?>(one.Place, null, OpeningSpan.TryParse, "Write a span of time as hh:mm-hh:mm, such as 08:00-12:00."))
            .OfType<OpeningSpan>()
            .Select(span => (day, span));
    }

    // Windows' own names would be taken on some systems and not on others.
    private static bool TryParseZone(string text, [MaybeNullWhen(false)] out TimeZoneInfo zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out zone) && zone.HasIanaId;
}
