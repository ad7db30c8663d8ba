namespace Changlai.Core.Calendars;

/// <summary>Between instants, which are kept in UTC, and the calendar and clock on the wall of a store.</summary>
public static class StoreDay
{
    /// <summary>The calendar day it is in a time zone at an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The local time lies outside the years 1 to 9999.</exception>
    public static DateOnly On(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(WallClock(instant, zone));

    /// <summary>The date and time on the wall in a time zone at an instant, with kind Unspecified.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The local time lies outside the years 1 to 9999.</exception>
    public static DateTime WallClock(DateTimeOffset instant, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new DateTime((instant.UtcDateTime + zone.GetUtcOffset(instant)).Ticks, DateTimeKind.Unspecified);
    }

    /// <summary>The instant at which the wall clock shows a day and time, with offset zero.</summary>
    /// <remarks>
    /// A time that the clock shows twice, when daylight saving ends, means the first of the two. A time that it skips, when
    /// daylight saving begins, is moved later by the length of the gap: 02:30 in a gap from 02:00 to 03:00 is 03:30. Both
    /// are the choices of RFC 5545 (iCalendar), section 3.3.5.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the years 1 to 9999.</exception>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone) => At(day.ToDateTime(time), zone);

    /// <inheritdoc cref="At(DateOnly, TimeOnly, TimeZoneInfo)"/>
    /// <param name="wallClock">Local date and time; its <see cref="DateTime.Kind"/> is ignored.</param>
    /// <param name="zone">The store's time zone.</param>
    public static DateTimeOffset At(DateTime wallClock, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var local = new DateTime(wallClock.Ticks, DateTimeKind.Unspecified);
        var offset = zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local) ? OffsetBefore(local, zone) : zone.GetUtcOffset(local);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }

    /// <summary>The first instant of a calendar day; later than midnight where daylight saving begins at midnight.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (!zone.IsInvalidTime(midnight))
            return At(midnight, zone);
        var first = midnight;
        while (zone.IsInvalidTime(first))
            first = first.AddMinutes(1);
        return At(first, zone);
    }

    // The offset in force before the gap; the hour before any gap of the time zone database is an ordinary hour,
    // except for the one-day gaps at the date line, hence a longer look back in the rare second round.
    private static TimeSpan OffsetBefore(DateTime skipped, TimeZoneInfo zone)
    {
        var before = skipped.AddHours(-3);
        while (zone.IsInvalidTime(before))
            before = before.AddHours(-3);
        return zone.GetUtcOffset(before);
    }
}
