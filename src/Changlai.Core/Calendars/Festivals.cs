using Changlai.Core.Values;

namespace Changlai.Core.Calendars;

/// <summary>A festival on which customers are greeted.</summary>
/// <param name="Code">Stable code, used in occasion keys such as <c>festival:mid-autumn:2026</c>.</param>
/// <param name="Name">What people call it.</param>
public sealed record Festival(string Code, Text Name);

/// <summary>A festival's day in one year.</summary>
/// <param name="Festival">Which festival.</param>
/// <param name="Year">The year it is counted in: the Gregorian year in which its lunar year begins.</param>
/// <param name="Day">Its Gregorian day.</param>
public sealed record FestivalDay(Festival Festival, int Year, DateOnly Day);

/// <summary>The festivals of the Chinese year, lunar, solar and Gregorian, computed for 1901 to 2100.</summary>
public static class Festivals
{
    private sealed record Rule(Festival Festival, Func<int, DateOnly> DayIn);

    private static readonly Rule[] Rules =
    [
        Gregorian("new-year", new("元旦", "New Year's Day"), 1, 1),
        Lunar("spring-festival", new("春节", "Spring Festival"), 1, 1),
        Lunar("lantern", new("元宵节", "Lantern Festival"), 1, 15),
        Gregorian("womens-day", new("妇女节", "Women's Day"), 3, 8),
        new(new("qingming", new("清明节", "Qingming Festival")), SolarTerms.Qingming),
        Gregorian("labour-day", new("劳动节", "Labour Day"), 5, 1),
        Lunar("dragon-boat", new("端午节", "Dragon Boat Festival"), 5, 5),
        Lunar("qixi", new("七夕", "Qixi Festival"), 7, 7),
        Gregorian("teachers-day", new("教师节", "Teachers' Day"), 9, 10),
        Lunar("mid-autumn", new("中秋节", "Mid-Autumn Festival"), 8, 15),
        Gregorian("national-day", new("国庆节", "National Day"), 10, 1),
        Lunar("double-ninth", new("重阳节", "Double Ninth Festival"), 9, 9),
        new(new("dongzhi", new("冬至", "Winter Solstice")), SolarTerms.Dongzhi),
        Lunar("laba", new("腊八节", "Laba Festival"), 12, 8),
        new(new("new-years-eve", new("除夕", "Lunar New Year's Eve")), year => LastDay(year)),
    ];

    /// <summary>Every festival known, in the order of an ordinary year.</summary>
    public static IReadOnlyList<Festival> All { get; } = [.. Rules.Select(rule => rule.Festival)];

    /// <summary>The Gregorian day of a festival in a year.</summary>
    /// <param name="code">A <see cref="Festival.Code"/>.</param>
    /// <param name="year">1901 to 2100. Laba and New Year's Eve of a lunar year fall in the next Gregorian year's first weeks.</param>
    /// <exception cref="ArgumentException">No festival has that code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The year is out of range.</exception>
    public static DateOnly On(string code, int year) =>
        (Array.Find(Rules, rule => rule.Festival.Code == code)
            ?? throw new ArgumentException($"There is no festival '{code}'.", nameof(code))).DayIn(InRange(year));

    /// <summary>The festivals of one year in order of their days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within 1901 to 2100.</exception>
    public static IReadOnlyList<FestivalDay> In(int year) =>
        [.. Rules.Select(rule => new FestivalDay(rule.Festival, year, rule.DayIn(InRange(year)))).OrderBy(festival => festival.Day)];

    /// <summary>The festivals from one day to another, both included, in order of their days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day outside 1902 to 2099.</exception>
    public static IEnumerable<FestivalDay> Between(DateOnly from, DateOnly to) =>
        Enumerable.Range(from.Year - 1, Math.Max(0, to.Year - from.Year + 2))
            .SelectMany(In)
            .Where(festival => festival.Day >= from && festival.Day <= to)
            .OrderBy(festival => festival.Day);

    private static Rule Lunar(string code, Text name, int month, int day) =>
        new(new(code, name), year => new LunarDate(year, month, day).ToDateOnly());

    private static Rule Gregorian(string code, Text name, int month, int day) =>
        new(new(code, name), year => new DateOnly(year, month, day));

    private static DateOnly LastDay(int year)
    {
        // A leap twelfth month would be the year's last; none occurs in the covered years, but it costs nothing to ask.
        var leap = LunarDate.LeapMonthOf(year) == 12;
        return new LunarDate(year, 12, LunarDate.DaysInMonth(year, 12, leap), leap).ToDateOnly();
    }

    private static int InRange(int year) => year is > LunarDate.MinYear and <= LunarDate.MaxYear
        ? year
        : throw new ArgumentOutOfRangeException(nameof(year), year, "Festivals are known from 1901 to 2100.");
}
