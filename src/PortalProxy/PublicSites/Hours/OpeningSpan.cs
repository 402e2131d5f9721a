using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PortalProxy.PublicSites.Hours;

/// <summary>A part of a day, <c>08:00-12:00</c>, in minutes from that day's midnight.</summary>
/// <param name="From">0 to 1439.</param>
/// <param name="To">Greater than <paramref name="From"/>; beyond 1440 where the span ends on the next day.</param>
public sealed record OpeningSpan(int From, int To)
{
    private const int Day = 24 * 60;

    /// <summary>Reads <c>hh:mm-hh:mm</c>; <c>24:00</c> is the end of the day, and an end before the beginning is on the next day.</summary>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out OpeningSpan span)
    {
        span = null;
        if (text.Split('-') is not [var begin, var end]
            || !TryParseTime(begin.Trim(), out var from) || !TryParseTime(end.Trim(), out var to) || from == to || from == Day)
        {
            return false;
        }

        span = new(from, to > from ? to : to + Day);
        return true;
    }

    private static bool TryParseTime(string text, out int minutes)
    {
        if (text == "24:00")
        {
            minutes = Day;
            return true;
        }

        var isTime = TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        minutes = time.Hour * 60 + time.Minute;
        return isTime;
    }
}
