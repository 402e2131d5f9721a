using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PortalProxy.PublicSites.Hours;

/// <summary>A day with hours of its own in the place of its weekday's, most often none.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Of the month.</param>
/// <param name="Year">Null: every year.</param>
/// <param name="Hours">Null: closed all day.</param>
public sealed record Holiday(int Month, int Day, int? Year, OpeningSpan? Hours)
{
    // A leap year, so that 02-29 may be a holiday.
    private const int AnyYear = 2000;

    /// <summary>Reads <c>2026-12-25</c>, or <c>12-25</c> for every year, and after a space the hours of that day: <c>12-24 08:00-12:00</c>.</summary>
    public static bool TryParse(string text, [MaybeNullWhen(false)] out Holiday holiday)
    {
        holiday = null;
        OpeningSpan? hours = null;
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0 || parts.Length == 2 && !OpeningSpan.TryParse(parts[1], out hours))
        {
            return false;
        }

        var isYearly = parts[0].Length == "12-25".Length;
        if (!DateOnly.TryParseExact(
            isYearly ? $"{AnyYear}-{parts[0]}" : parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        holiday = new(date.Month, date.Day, isYearly ? null : date.Year, hours);
        return true;
    }

    public bool IsOn(DateOnly date) => date.Month == Month && date.Day == Day && (Year ?? date.Year) == date.Year;
}
