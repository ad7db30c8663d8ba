namespace Changlai.Core.Calendars;

/// <summary>
/// When a store is open, to the minute, on its own wall clock: over lunch breaks, closed days, holidays and the changes to and from
/// daylight saving. Deadlines are counted with it.
/// </summary>
/// <remarks>
/// An hour that the clock shows twice counts twice, one that it skips not at all. A store whose hours nobody stated is open all day on
/// its open days. An open day whose weekday has no hours, such as a make-up Sunday, has those of the first day of the week that has some.
/// </remarks>
public sealed class OpeningHours
{
    /// <summary>Days without an opening after which a search gives up, so that it ends even for a store that never opens.</summary>
    public const int SearchLimit = 366;

    // Far enough from the ends of the calendar for every zone's wall clock to exist.
    private static readonly DateOnly Earliest = DateOnly.MinValue.AddDays(3);
    private static readonly DateOnly Latest = DateOnly.MaxValue.AddDays(-3);

    private readonly IReadOnlyList<OpenSpan>[] week;

    /// <param name="days">On which days it is open at all.</param>
    /// <param name="hours">The spans of each day of the week; a day without any, or without an entry, has none of its own.</param>
    /// <param name="zone">The store's time zone.</param>
    /// <exception cref="ArgumentException">A span is empty, goes past midnight, or overlaps another of the same day.</exception>
    public OpeningHours(StoreDays days, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpenSpan>> hours, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(zone);
        (Days, Zone) = (days, zone);
        DayOfWeek[] fromMonday = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];
        IReadOnlyList<OpenSpan> Of(DayOfWeek day) => hours.TryGetValue(day, out var spans) ? [.. spans.OrderBy(span => span.Opens)] : [];
        var usual = fromMonday.Select(Of).FirstOrDefault(spans => spans.Count > 0) ?? [OpenSpan.WholeDay];
        week = [.. Enumerable.Range(0, 7).Select(day => Of((DayOfWeek)day) is { Count: > 0 } own ? own : usual)];
        foreach (var spans in week)
            if (spans.Any(span => !span.IsSound) || spans.Zip(spans.Skip(1)).Any(pair => pair.First.Closes > pair.Second.Opens))
                throw new ArgumentException("The spans of a day lie within it, one after the other.", nameof(hours));
    }

    /// <summary>On which days it is open at all.</summary>
    public StoreDays Days { get; }

    /// <summary>Where its wall clock hangs.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The spans of a calendar day; none when the store is closed.</summary>
    public IReadOnlyList<OpenSpan> On(DateOnly day) => Days.Contains(day) ? week[(int)day.DayOfWeek] : [];

    /// <summary>Whether it is open at an instant; the instant of closing is closed.</summary>
    public bool IsOpenAt(DateTimeOffset instant) => NextOpening(instant) == instant;

    /// <summary>The first instant, not before a given one, at which it is open; null when it stays closed for <see cref="SearchLimit"/> days.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset from)
    {
        foreach (var (opens, closes) in SpansFrom(from))
            if (closes > from) return opens > from ? opens : from;
        return null;
    }

    /// <summary>How long it is open between two instants; zero when the second is not later.</summary>
    public TimeSpan OpenTime(DateTimeOffset from, DateTimeOffset until)
    {
        var open = TimeSpan.Zero;
        if (until <= from) return open;
        foreach (var (opens, closes) in SpansFrom(from))
        {
            if (opens >= until) break;
            var (start, end) = (opens > from ? opens : from, closes < until ? closes : until);
            if (end > start) open += end - start;
        }
        return open;
    }

    /// <summary>The instant by which the store has been open for so long since a given one: a deadline of working time.</summary>
    /// <returns>Null when it closes for good before; the instant itself for no time at all.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public DateTimeOffset? After(DateTimeOffset from, TimeSpan openTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(openTime, TimeSpan.Zero);
        if (openTime == TimeSpan.Zero) return from;
        var left = openTime;
        foreach (var (opens, closes) in SpansFrom(from))
        {
            var start = opens > from ? opens : from;
            if (closes <= start) continue;
            if (closes - start >= left) return start + left;
            left -= closes - start;
        }
        return null;
    }

    /// <summary>The stretches in order, none overlapping, from the day of an instant on; they end when it stays closed too long.</summary>
    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> SpansFrom(DateTimeOffset from)
    {
        if (from.UtcDateTime < Earliest.ToDateTime(TimeOnly.MinValue) || from.UtcDateTime > Latest.ToDateTime(TimeOnly.MinValue)) yield break;
        var closedFor = 0;
        var end = DateTimeOffset.MinValue;
        // The day before as well: where the clock skips past midnight, its last stretch ends today.
        for (var day = StoreDay.On(from, Zone).AddDays(-1); day < Latest && closedFor <= SearchLimit; day = day.AddDays(1))
        {
            closedFor++;
            foreach (var span in On(day))
            {
                var (opens, closes) = (At(day, span.Opens), At(day, span.Closes));
                // A time that the clock skipped is moved later, perhaps into the next stretch.
                if (opens < end) opens = end;
                if (closes <= opens) continue;
                (closedFor, end) = (0, closes);
                yield return (opens, closes);
            }
        }
    }

    private DateTimeOffset At(DateOnly day, int minute) => minute == OpenSpan.Day
        ? StoreDay.StartOf(day.AddDays(1), Zone)
        : StoreDay.At(day, TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minute)), Zone);
}
