namespace PortalProxy.PublicSites.Hours;

/// <summary>
/// When a public site is open. A span belongs to the day on which it begins; a holiday's hours replace those of its weekday.
/// </summary>
/// <param name="Weekly">The spans of each day of the week.</param>
/// <param name="Holidays">Days with hours of their own.</param>
/// <param name="Zone">The zone in which all hours are meant.</param>
public sealed record OpeningHours(ILookup<DayOfWeek, OpeningSpan> Weekly, IReadOnlyList<Holiday> Holidays, TimeZoneInfo Zone)
{
    // Somebody who opens once a year is still found; whoever is closed for longer is closed for good.
    private const int Horizon = 400;

    public bool IsOpen(DateTimeOffset at) => PeriodsAround(at).FirstOrDefault() is { } first && first.From <= at;

    /// <returns>When it opens or closes next; null where it does neither within a year.</returns>
    public DateTimeOffset? NextChange(DateTimeOffset at) =>
        PeriodsAround(at).FirstOrDefault() is not { } first ? null
        : first.From > at ? first.From
        : first.To < EndOfView(at) ? first.To
        : null;

    /// <returns>When it opens next; null where it does not within a year.</returns>
    public DateTimeOffset? NextOpening(DateTimeOffset at) => PeriodsAround(at).FirstOrDefault(period => period.From > at)?.From;

    /// <summary>The local time and date of an instant.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    private sealed record Period(DateTimeOffset From, DateTimeOffset To);

    private DateTimeOffset EndOfView(DateTimeOffset at) => Instant(DateOf(at).AddDays(Horizon), 0, isOpening: true);

    private DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>What has not ended yet, in order; what touches is one.</summary>
    private IEnumerable<Period> PeriodsAround(DateTimeOffset at)
    {
        // A span of yesterday's may last until now.
        var first = DateOf(at).AddDays(-1);
        Period? last = null;
        foreach (var next in Enumerable.Range(0, Horizon + 1).SelectMany(day => PeriodsOf(first.AddDays(day))))
        {
            if (last is not null && next.From <= last.To)
            {
                last = last with { To = next.To > last.To ? next.To : last.To };
                continue;
            }

            if (last is not null && last.To > at)
            {
                yield return last;
            }

            last = next;
        }

        if (last is not null && last.To > at)
        {
            yield return last;
        }
    }

    private IEnumerable<Period> PeriodsOf(DateOnly date)
    {
        var holidays = Holidays.Where(one => one.IsOn(date)).ToList();
        var spans = holidays.Count == 0 ? Weekly[date.DayOfWeek] : holidays.Select(one => one.Hours).OfType<OpeningSpan>();
        return spans
            .OrderBy(span => span.From)
            .Select(span => new Period(Instant(date, span.From, isOpening: true), Instant(date, span.To, isOpening: false)))
            .Where(period => period.From < period.To);
    }

    /// <summary>
    /// A time that the clocks leave out is the moment when they are put forward. Of a time that they show twice, an opening is the
    /// first and a closing the second: in doubt it is open.
    /// </summary>
    private DateTimeOffset Instant(DateOnly date, int minutes, bool isOpening)
    {
        var local = date.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        while (Zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        var offset = !Zone.IsAmbiguousTime(local) ? Zone.GetUtcOffset(local)
            : isOpening ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.GetAmbiguousTimeOffsets(local).Min();
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
