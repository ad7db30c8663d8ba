using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>The spoken names of lunar months and days.</summary>
public static class LunarNames
{
    private static readonly string[] Months =
        ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"];

    private static readonly string[] Digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

    /// <summary>The name of a month and day: 「腊月廿三」, "12th lunar month, day 23".</summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 30.</param>
    /// <param name="isLeapMonth">Whether the leap month is meant.</param>
    /// <exception cref="ArgumentOutOfRangeException">Month or day out of range.</exception>
    public static Text Of(int month, int day, bool isLeapMonth = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 30);
        return new Text(
            $"{(isLeapMonth ? "闰" : "")}{Months[month - 1]}{DayName(day)}",
            $"{(isLeapMonth ? "leap " : "")}{month}{Suffix(month)} lunar month, day {day}");
    }

    private static string DayName(int day) => day switch
    {
        <= 10 => "初" + Digits[day],
        20 => "二十",
        30 => "三十",
        < 20 => "十" + Digits[day - 10],
        _ => "廿" + Digits[day - 20],
    };

    private static string Suffix(int number) => number switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
