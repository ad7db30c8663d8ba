using System.Collections.Concurrent;

namespace Changlai.Core.Calendars;

/// <summary>A statutory day off.</summary>
/// <param name="Day">Its Gregorian day.</param>
/// <param name="Festival">The festival it belongs to; several days may belong to one.</param>
public sealed record StatutoryHoliday(DateOnly Day, Festival Festival);

/// <summary>
/// The statutory holidays of all citizens of China, which the law names by festival, computed for every year: without the weekends that
/// the yearly notice joins to them and the make-up working days it asks for in return.
/// </summary>
/// <remarks>
/// Source: the State Council's regulation on holidays, 全国年节及纪念日放假办法, of 23 December 1949 (from 1950: New Year 1 day, Spring Festival 3,
/// Labour Day 1, National Day 2), as revised on 18 September 1999 (Labour Day and National Day 3 days each; National Day at once, Labour Day from 2000),
/// 14 December 2007 (from 2008: Labour Day 1 day again; Qingming, Dragon Boat and Mid-Autumn 1 day each; the Spring Festival begins on New Year's Eve),
/// 11 December 2013 (from 2014: the Spring Festival begins on its first day) and 10 November 2024 (from 2025: New Year's Eve added, 4 days;
/// Labour Day 2 days).
/// </remarks>
public static class StatutoryHolidays
{
    /// <summary>The first year of the regulation.</summary>
    public const int FirstYear = 1950;

    private static readonly ConcurrentDictionary<int, IReadOnlyList<StatutoryHoliday>> Years = new();

    /// <summary>The days off of a year in order; none before 1950 and after 2100. Where two festivals share a day it stands twice.</summary>
    public static IReadOnlyList<StatutoryHoliday> In(int year) =>
        year is < FirstYear or > LunarDate.MaxYear ? [] : Years.GetOrAdd(year, static one => [.. Compute(one).OrderBy(holiday => holiday.Day)]);

    /// <summary>Whether a day is a statutory day off.</summary>
    public static bool Contains(DateOnly day) => In(day.Year).Any(holiday => holiday.Day == day);

    private static IEnumerable<StatutoryHoliday> Compute(int year) =>
    [
        .. Days("new-year", year, 0, 1),
        .. Days("spring-festival", year, StartsOnEve(year) ? -1 : 0, year >= 2025 ? 4 : 3),
        .. Days("qingming", year, 0, year >= 2008 ? 1 : 0),
        .. Days("labour-day", year, 0, year >= 2025 ? 2 : year is >= 2000 and < 2008 ? 3 : 1),
        .. Days("dragon-boat", year, 0, year >= 2008 ? 1 : 0),
        .. Days("mid-autumn", year, 0, year >= 2008 ? 1 : 0),
        .. Days("national-day", year, 0, year >= 1999 ? 3 : 2),
    ];

    private static bool StartsOnEve(int year) => year is >= 2008 and < 2014 or >= 2025;

    private static IEnumerable<StatutoryHoliday> Days(string code, int year, int first, int count)
    {
        var festival = Festivals.All.First(one => one.Code == code);
        var day = Festivals.On(code, year);
        return Enumerable.Range(first, count).Select(offset => new StatutoryHoliday(day.AddDays(offset), festival));
    }
}
