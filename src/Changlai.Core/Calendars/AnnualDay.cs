using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>The calendar in which a recurring date is counted.</summary>
public enum AnnualCalendar
{
    /// <summary>The Gregorian calendar (公历).</summary>
    Gregorian,

    /// <summary>The Chinese lunisolar calendar (农历).</summary>
    Lunar,
}

/// <summary>A date that comes back every year, such as a birthday: Gregorian or lunar, its first year known or not.</summary>
/// <remarks>
/// Where a year lacks the date, the nearest day of the same month stands in for it:
/// 29 February is kept on 28 February of a common year; lunar day 30 on day 29 of a short month; a date in a leap month in
/// the plain month of the same number in years without that leap month.
/// </remarks>
/// <example><c>AnnualDay.Lunar(8, 15).NextOnOrAfter(new DateOnly(2026, 1, 1))</c> is 25 September 2026.</example>
public readonly record struct AnnualDay
{
    private AnnualDay(AnnualCalendar calendar, int month, int day, bool isLeapMonth, int? year) =>
        (Calendar, Month, Day, IsLeapMonth, Year) = (calendar, month, day, isLeapMonth, year);

    /// <summary>The calendar the month and day are counted in.</summary>
    public AnnualCalendar Calendar { get; }

    /// <summary>Month, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>Day of the month, 1 to 31, or 1 to 30 in the lunar calendar.</summary>
    public int Day { get; }

    /// <summary>Whether the date lies in a lunar leap month. Never true of a Gregorian date.</summary>
    public bool IsLeapMonth { get; }

    /// <summary>The year of the first occurrence in <see cref="Calendar"/> (birth, marriage), when known.</summary>
    public int? Year { get; }

    /// <summary>A date of the Gregorian calendar.</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the longest length of that month, so that 29 February is a date.</param>
    /// <param name="year">Year of the first occurrence when known; the day must exist in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public static AnnualDay Gregorian(int month, int day, int? year = null) =>
        ExistsGregorian(month, day, year)
            ? new AnnualDay(AnnualCalendar.Gregorian, month, day, isLeapMonth: false, year)
            : throw new ArgumentOutOfRangeException(nameof(day), $"The Gregorian calendar has no date {year}-{month}-{day}.");

    /// <summary>A date of the lunar calendar.</summary>
    /// <param name="month">1 to 12 as spoken.</param>
    /// <param name="day">1 to 30.</param>
    /// <param name="isLeapMonth">Whether the leap month is meant.</param>
    /// <param name="year">Lunar year of the first occurrence when known, 1900 to 2100; the day must exist in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date.</exception>
    public static AnnualDay Lunar(int month, int day, bool isLeapMonth = false, int? year = null) =>
        ExistsLunar(month, day, isLeapMonth, year)
            ? new AnnualDay(AnnualCalendar.Lunar, month, day, isLeapMonth, year)
            : throw new ArgumentOutOfRangeException(nameof(day), $"The lunar calendar has no date {year}-{month}{(isLeapMonth ? " leap" : "")}-{day}.");

    /// <summary>Whether <see cref="Gregorian"/> would take these values.</summary>
    public static bool ExistsGregorian(int month, int day, int? year = null) =>
        year is null or (>= 1 and <= 9999) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year ?? 2000, month);

    /// <summary>Whether <see cref="Lunar"/> would take these values.</summary>
    public static bool ExistsLunar(int month, int day, bool isLeapMonth = false, int? year = null) =>
        year is { } known
            ? LunarDate.Exists(known, month, day, isLeapMonth)
            : month is >= 1 and <= 12 && day is >= 1 and <= 30;

    /// <summary>The Gregorian day on which the date is kept in a year of its own calendar.</summary>
    /// <param name="year">A Gregorian year, or a lunar year from 1900 to 2100.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public DateOnly In(int year) => Calendar switch
    {
        AnnualCalendar.Gregorian => new DateOnly(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month))),
        AnnualCalendar.Lunar => LunarIn(year),
        _ => throw new InvalidOperationException($"Unknown calendar {Calendar}."),
    };

    /// <summary>The next day on which the date is kept, the given day itself included.</summary>
    /// <param name="day">From here on; between 1901 and 2099 for a lunar date.</param>
    /// <exception cref="ArgumentOutOfRangeException">No occurrence within the calendar's range.</exception>
    public DateOnly NextOnOrAfter(DateOnly day)
    {
        var year = FirstYearToTry(day);
        while (In(year) < day)
            year++;
        return In(year);
    }

    /// <summary>
    /// The year, in the date's own calendar, to which an occurrence belongs. It tells occurrences apart: a Gregorian year may
    /// hold two lunar birthdays or none (腊月 falls in January or February), a lunar year holds exactly one.
    /// </summary>
    /// <param name="occurrence">A day returned by <see cref="In"/> or <see cref="NextOnOrAfter"/>.</param>
    public int YearOf(DateOnly occurrence) => Calendar switch
    {
        AnnualCalendar.Gregorian => occurrence.Year,
        AnnualCalendar.Lunar => LunarDate.From(occurrence).Year,
        _ => throw new InvalidOperationException($"Unknown calendar {Calendar}."),
    };

    /// <summary>How many years an occurrence lies after the first one, or null when the first year is unknown.</summary>
    /// <param name="occurrence">A day returned by <see cref="In"/> or <see cref="NextOnOrAfter"/>.</param>
    public int? YearsBy(DateOnly occurrence) => Year is { } first ? YearOf(occurrence) - first : null;

    /// <summary>How people say it: 「农历八月十五」, 「3月8日」; "8th lunar month, day 15", "8 Mar". The year is left out.</summary>
    public Text Words => Calendar switch
    {
        AnnualCalendar.Gregorian => new Text($"{Month}月{Day}日", $"{Day} {EnglishMonths[Month - 1]}"),
        AnnualCalendar.Lunar => LunarNames.Of(Month, Day, IsLeapMonth) is var name
            ? new Text("农历" + name.Chinese, name.English)
            : default,
        _ => throw new InvalidOperationException($"Unknown calendar {Calendar}."),
    };

    private static readonly string[] EnglishMonths =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private DateOnly LunarIn(int year)
    {
        var leap = IsLeapMonth && LunarDate.LeapMonthOf(year) == Month;
        return new LunarDate(year, Month, Math.Min(Day, LunarDate.DaysInMonth(year, Month, leap)), leap).ToDateOnly();
    }

    // A lunar year reaches at most seven weeks into the next Gregorian one, so the year before may still hold the answer.
    private int FirstYearToTry(DateOnly day) =>
        Calendar == AnnualCalendar.Gregorian ? day.Year : Math.Max(LunarDate.MinYear, day.Year - 1);
}
