using System.Globalization;
using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>
/// A day of the Chinese lunisolar calendar (农历), such as 2025 闰六月初三, for the lunar years 1900 to 2100.
/// </summary>
/// <remarks>
/// Months are numbered as people say them, 1 to 12; a leap month bears the number of the month before it and
/// <see cref="IsLeapMonth"/>. The month lengths come from <see cref="ChineseLunisolarCalendar"/>, which begins with 1901; those of
/// 1900 stand here. For the few new moons
/// within minutes of Beijing midnight far in the future (2057-09, 2089-09, 2097-08) published calendars differ by a day.
/// </remarks>
/// <example><c>LunarDate.From(new DateOnly(2026, 2, 17))</c> is 2026 正月初一.</example>
public readonly record struct LunarDate : IComparable<LunarDate>
{
    /// <summary>The first lunar year that can be converted.</summary>
    public const int MinYear = 1900;

    /// <summary>The last lunar year that can be converted.</summary>
    public const int MaxYear = 2100;

    private static readonly ChineseLunisolarCalendar Calendar = new();

    /// <summary>The months of 1900 in order, the leap eighth among them.</summary>
    private static readonly int[] MonthsOf1900 = [29, 30, 29, 29, 30, 29, 30, 30, 29, 30, 30, 29, 30];
    private const int LeapMonthOf1900 = 8;

    /// <summary>A day that exists in the calendar.</summary>
    /// <param name="year">Lunar year, named after the Gregorian year in which it begins; 1900 to 2100.</param>
    /// <param name="month">Month as spoken, 1 to 12.</param>
    /// <param name="day">Day of the month, 1 to 29 or 30.</param>
    /// <param name="isLeapMonth">Whether the leap month after the plain month of that number is meant.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day: see <see cref="Exists"/>.</exception>
    public LunarDate(int year, int month, int day, bool isLeapMonth = false)
    {
        if (!Exists(year, month, day, isLeapMonth))
            throw new ArgumentOutOfRangeException(nameof(day), $"The lunar calendar has no day {year}-{month}{(isLeapMonth ? " leap" : "")}-{day}.");
        (Year, Month, Day, IsLeapMonth) = (year, month, day, isLeapMonth);
    }

    /// <summary>Lunar year, named after the Gregorian year in which it begins.</summary>
    public int Year { get; }

    /// <summary>Month as spoken, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>Whether this is the leap month after the plain month of the same number.</summary>
    public bool IsLeapMonth { get; }

    /// <summary>Day of the month, 1 to 30.</summary>
    public int Day { get; }

    /// <summary>The first Gregorian day that can be converted: 31 January 1900.</summary>
    public static DateOnly MinDay { get; } = new(1900, 1, 31);

    /// <summary>The last Gregorian day that can be converted: 28 January 2101.</summary>
    public static DateOnly MaxDay { get; } = new(2101, 1, 28);

    /// <summary>Whether a Gregorian day lies between <see cref="MinDay"/> and <see cref="MaxDay"/>.</summary>
    public static bool Covers(DateOnly day) => day >= MinDay && day <= MaxDay;

    /// <summary>The lunar day on which a Gregorian day falls.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not covered: see <see cref="Covers"/>.</exception>
    public static LunarDate From(DateOnly day)
    {
        if (!Covers(day))
            throw new ArgumentOutOfRangeException(nameof(day), day, "Lunar days are known from 1900-01-31 to 2101-01-28.");
        if (day < new DateOnly(1901, 2, 19)) return From1900(day.DayNumber - MinDay.DayNumber);
        var instant = day.ToDateTime(TimeOnly.MinValue);
        var year = Calendar.GetYear(instant);
        var ordinal = Calendar.GetMonth(instant);
        var leap = Calendar.GetLeapMonth(year);
        var afterLeap = leap > 0 && ordinal >= leap;
        return new LunarDate(year, afterLeap ? ordinal - 1 : ordinal, Calendar.GetDayOfMonth(instant), ordinal == leap);
    }

    /// <summary>The Gregorian day on which this lunar day falls.</summary>
    public DateOnly ToDateOnly() => Year == MinYear
        ? MinDay.AddDays(MonthsOf1900.Take(Ordinal(Year, Month, IsLeapMonth) - 1).Sum() + Day - 1)
        : DateOnly.FromDateTime(Calendar.ToDateTime(Year, Ordinal(Year, Month, IsLeapMonth), Day, 0, 0, 0, 0));

    /// <summary>The number of the month that is repeated in a lunar year, or 0 in a year of twelve months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within 1900 to 2100.</exception>
    public static int LeapMonthOf(int year)
    {
        // The framework counts months through the year, so the leap month's ordinal is one above its number.
        if (year == MinYear) return LeapMonthOf1900;
        var ordinal = Calendar.GetLeapMonth(InRange(year));
        return ordinal == 0 ? 0 : ordinal - 1;
    }

    /// <summary>The length of a month, 29 or 30 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month in that year.</exception>
    public static int DaysInMonth(int year, int month, bool isLeapMonth = false)
    {
        if (month is < 1 or > 12 || (isLeapMonth && LeapMonthOf(year) != month))
            throw new ArgumentOutOfRangeException(nameof(month), month, "There is no such lunar month in that year.");
        return year == MinYear ? MonthsOf1900[Ordinal(year, month, isLeapMonth) - 1] : Calendar.GetDaysInMonth(InRange(year), Ordinal(year, month, isLeapMonth));
    }

    /// <summary>Whether the calendar has such a day.</summary>
    public static bool Exists(int year, int month, int day, bool isLeapMonth = false) =>
        year is >= MinYear and <= MaxYear
        && month is >= 1 and <= 12
        && (!isLeapMonth || LeapMonthOf(year) == month)
        && day >= 1
        && day <= DaysInMonth(year, month, isLeapMonth);

    /// <summary>How people say it: 「闰六月初三」, "leap 6th lunar month, day 3" (the year is left out).</summary>
    public Text Words => LunarNames.Of(Month, Day, IsLeapMonth);

    /// <inheritdoc/>
    public int CompareTo(LunarDate other) =>
        (Year, Month, IsLeapMonth, Day).CompareTo((other.Year, other.Month, other.IsLeapMonth, other.Day));

    /// <summary>Whether one day is earlier than another.</summary>
    public static bool operator <(LunarDate left, LunarDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether one day is later than another.</summary>
    public static bool operator >(LunarDate left, LunarDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether one day is not later than another.</summary>
    public static bool operator <=(LunarDate left, LunarDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one day is not earlier than another.</summary>
    public static bool operator >=(LunarDate left, LunarDate right) => left.CompareTo(right) >= 0;

    /// <summary>Year, month and day for logs: <c>2025-06L-03</c>, with L for a leap month.</summary>
    public override string ToString() => $"{Year:0000}-{Month:00}{(IsLeapMonth ? "L" : "")}-{Day:00}";

    private static LunarDate From1900(int days)
    {
        var ordinal = 0;
        while (days >= MonthsOf1900[ordinal]) days -= MonthsOf1900[ordinal++];
        var isLeap = ordinal == LeapMonthOf1900;
        return new LunarDate(MinYear, ordinal < LeapMonthOf1900 ? ordinal + 1 : ordinal, days + 1, isLeap);
    }

    private static int Ordinal(int year, int month, bool isLeapMonth)
    {
        var leap = LeapMonthOf(year);
        return leap > 0 && (month > leap || (month == leap && isLeapMonth)) ? month + 1 : month;
    }

    private static int InRange(int year) => year is >= MinYear and <= MaxYear
        ? year
        : throw new ArgumentOutOfRangeException(nameof(year), year, "Lunar years are known from 1900 to 2100.");
}
