using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

/// <summary>The lunar calendar against a table of another origin, year by year.</summary>
public sealed class LunarTableTests
{
    /// <summary>
    /// Years in which the package keeps the older tables of its origin: one month a day longer, the next a day shorter. Ours are
    /// those of the Hong Kong Observatory (https://www.hko.gov.hk/en/gts/time/conversion.htm), which follow Beijing's ephemeris.
    /// </summary>
    private static readonly Dictionary<int, string> Corrected = new()
    {
        [1933] = "sLLsLLsLsLssL",
        [1954] = "LsLssLsLLsLL",
        [1956] = "sLsLssLsLsLL",
        [1978] = "LsLLsLLsLsLs",
        [2057] = "sLLsLsLLssLs",
    };

    private static readonly IReadOnlyList<TableYear> Table = Read();

    [Fact]
    public void The_table_holds_two_centuries() =>
        Table.Select(year => year.Year).ShouldBe(Enumerable.Range(1900, 200));

    [Fact]
    public void New_years_days_leap_months_and_lengths_of_months_agree_with_an_independent_table()
    {
        var differences = new List<string>();
        foreach (var year in Table)
        {
            var newYear = new LunarDate(year.Year, 1, 1).ToDateOnly();
            if (newYear != year.NewYear) differences.Add($"{year.Year} begins on {newYear:yyyy-MM-dd}, not {year.NewYear:yyyy-MM-dd}");
            if (LunarDate.LeapMonthOf(year.Year) != year.LeapMonth) differences.Add($"{year.Year} leaps after {LunarDate.LeapMonthOf(year.Year)}, not {year.LeapMonth}");
            else if (Months(year.Year) != Corrected.GetValueOrDefault(year.Year, year.Months)) differences.Add($"{year.Year} {Months(year.Year)} not {year.Months}");
        }
        differences.ShouldBeEmpty();
        Table.Count(year => Corrected.ContainsKey(year.Year) && Corrected[year.Year] != year.Months).ShouldBe(Corrected.Count, "each correction is needed");
    }

    [Fact]
    public void Every_birthday_of_the_table_is_kept_in_each_of_its_years_on_the_right_day()
    {
        foreach (var year in Table.Where(year => !Corrected.ContainsKey(year.Year)))
        {
            var first = year.NewYear;
            var month = 0;
            for (var ordinal = 0; ordinal < year.Months.Length; ordinal++)
            {
                var isLeap = year.LeapMonth > 0 && ordinal == year.LeapMonth;
                if (!isLeap) month++;
                var length = year.Months[ordinal] == 'L' ? 30 : 29;
                AnnualDay.Lunar(month, 1, isLeap).In(year.Year).ShouldBe(first, $"{year.Year}-{month}{(isLeap ? "L" : "")}");
                AnnualDay.Lunar(month, 30, isLeap).In(year.Year).ShouldBe(first.AddDays(length - 1), "day 30 is kept on day 29 of a short month");
                AnnualDay.Lunar(month, 30, isLeap).NextOnOrAfter(first.AddDays(length - 1)).ShouldBe(first.AddDays(length - 1), "the day itself counts");
                first = first.AddDays(length);
            }
        }
    }

    private static string Months(int year)
    {
        var lengths = new List<int>();
        for (var month = 1; month <= 12; month++)
        {
            lengths.Add(LunarDate.DaysInMonth(year, month));
            if (LunarDate.LeapMonthOf(year) == month) lengths.Add(LunarDate.DaysInMonth(year, month, isLeapMonth: true));
        }
        return string.Concat(lengths.Select(length => length == 30 ? 'L' : 's'));
    }

    private static List<TableYear> Read()
    {
        using var reader = new StreamReader(typeof(LunarTableTests).Assembly.GetManifestResourceStream("lunar-years.csv")!);
        var years = new List<TableYear>();
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split(',') is [var year, var newYear, var leap, var months])
                years.Add(new TableYear(int.Parse(year), DateOnly.ParseExact(newYear, "yyyy-MM-dd"), int.Parse(leap), months));
        return years;
    }

    private sealed record TableYear(int Year, DateOnly NewYear, int LeapMonth, string Months);
}
