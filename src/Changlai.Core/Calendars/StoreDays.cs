namespace Changlai.Core.Calendars;

/// <summary>
/// On which days a store is open. A day that the store itself closes or opens comes first, then the public holidays for a store that
/// keeps them, then its days of the week.
/// </summary>
/// <param name="ClosedWeekdays">The days of the week on which it is closed.</param>
/// <param name="ClosedDays">Days on which it is closed all the same.</param>
/// <param name="OpenDays">Days on which it is open all the same.</param>
/// <param name="Holidays">The public holidays and make-up working days that the store keeps; null for one that opens on them as usual.</param>
public sealed record StoreDays(Weekdays ClosedWeekdays, IReadOnlySet<DateOnly> ClosedDays, IReadOnlySet<DateOnly> OpenDays, PublicHolidays? Holidays = null)
{
    private static readonly HashSet<DateOnly> None = [];

    /// <summary>A store that is closed on some days of the week only.</summary>
    public StoreDays(Weekdays closedWeekdays)
        : this(closedWeekdays, None, None)
    {
    }

    /// <summary>Whether it is open on a day at all.</summary>
    public bool Contains(DateOnly day)
    {
        if (ClosedDays.Contains(day)) return false;
        if (OpenDays.Contains(day)) return true;
        return Holidays?.On(day) switch
        {
            HolidayKind.Holiday => false,
            HolidayKind.Working => true,
            _ => !ClosedWeekdays.Contains(day),
        };
    }
}
