namespace Changlai.Core.Calendars;

/// <summary>The days on which a store or a person works: certain days of the week, except single days off.</summary>
/// <param name="Week">The days of the week on which there is work.</param>
/// <param name="DaysOff">Single calendar days without work, such as holidays and leave.</param>
public sealed record WorkingDays(Weekdays Week, IReadOnlySet<DateOnly> DaysOff)
{
    /// <summary>Days off in a row after which a search gives up, so that it ends even when nobody ever works.</summary>
    public const int SearchLimit = 366;

    /// <summary>The days of a week without single days off.</summary>
    public WorkingDays(Weekdays week)
        : this(week, new HashSet<DateOnly>())
    {
    }

    /// <summary>Whether there is work on a day.</summary>
    public bool Contains(DateOnly day) => Week.Contains(day) && !DaysOff.Contains(day);

    /// <summary>The first working day on or after a day; null when there is none within <see cref="SearchLimit"/> days.</summary>
    public DateOnly? NextOnOrAfter(DateOnly day) => Search(day, 1);

    /// <summary>The last working day on or before a day; null when there is none within <see cref="SearchLimit"/> days.</summary>
    public DateOnly? LastOnOrBefore(DateOnly day) => Search(day, -1);

    /// <summary>The number of working days from one day to another, both included; 0 when the second is earlier.</summary>
    public int CountBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.DayNumber; day <= to.DayNumber; day++)
            count += Contains(DateOnly.FromDayNumber(day)) ? 1 : 0;
        return count;
    }

    private DateOnly? Search(DateOnly day, int step)
    {
        for (var (number, left) = (day.DayNumber, SearchLimit); left > 0 && InRange(number); number += step, left--)
        {
            if (Contains(DateOnly.FromDayNumber(number)))
                return DateOnly.FromDayNumber(number);
        }
        return null;
    }

    private static bool InRange(int dayNumber) => dayNumber >= DateOnly.MinValue.DayNumber && dayNumber <= DateOnly.MaxValue.DayNumber;
}
