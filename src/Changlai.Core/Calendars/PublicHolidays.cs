namespace Changlai.Core.Calendars;

/// <summary>What the official calendar makes of a day.</summary>
public enum HolidayKind
{
    /// <summary>A day off.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday on which people work in exchange for a day off (调休).</summary>
    Working,
}

/// <summary>
/// The public holidays of China: as announced for the years whose notice is known, and the festivals themselves for all others.
/// </summary>
/// <param name="Days">Days off and make-up working days of the announced years.</param>
/// <param name="AnnouncedYears">Years whose arrangement is known, even where it is empty.</param>
public sealed record PublicHolidays(IReadOnlyDictionary<DateOnly, HolidayKind> Days, IReadOnlySet<int> AnnouncedYears)
{
    /// <summary>Nothing announced: only the festivals.</summary>
    public static PublicHolidays FestivalsOnly { get; } = new(new Dictionary<DateOnly, HolidayKind>(), new HashSet<int>());

    /// <summary>What the calendar says of a day; null for an ordinary one.</summary>
    public HolidayKind? On(DateOnly day)
    {
        if (Days.TryGetValue(day, out var kind)) return kind;
        return !AnnouncedYears.Contains(day.Year) && StatutoryHolidays.Contains(day) ? HolidayKind.Holiday : null;
    }
}
