using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

public sealed class StatutoryHolidaysTests
{
    /// <summary>How many days the regulation grants, as revised in 1999, 2007, 2013 and 2024.</summary>
    [Theory]
    [InlineData(1949, 0)]
    [InlineData(1950, 7)]
    [InlineData(1998, 7)]
    [InlineData(1999, 8)]
    [InlineData(2000, 10)]
    [InlineData(2007, 10)]
    [InlineData(2008, 11)]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2100, 13)]
    [InlineData(2101, 0)]
    public void Each_year_has_the_days_that_the_regulation_of_its_time_grants(int year, int days) => StatutoryHolidays.In(year).Count.ShouldBe(days);

    /// <summary>As the notices of these years state them: 除夕 2013 on 9 February, 初一 2014 on 31 January, 除夕 2025 on 28 January.</summary>
    [Theory]
    [InlineData(2013, "2013-02-09", "2013-02-11")]
    [InlineData(2014, "2014-01-31", "2014-02-02")]
    [InlineData(2024, "2024-02-10", "2024-02-12")]
    [InlineData(2025, "2025-01-28", "2025-01-31")]
    [InlineData(2026, "2026-02-16", "2026-02-19")]
    public void The_Spring_Festival_begins_as_the_rule_of_its_year_says(int year, string first, string last)
    {
        var days = StatutoryHolidays.In(year).Where(holiday => holiday.Festival.Code == "spring-festival").ToList();
        (days[0].Day, days[^1].Day).ShouldBe((DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>From the State Council's notices of these years.</summary>
    [Theory]
    [InlineData(2016, 4, 4, 6, 9, 9, 15)]
    [InlineData(2017, 4, 4, 5, 30, 10, 4)]
    [InlineData(2019, 4, 5, 6, 7, 9, 13)]
    [InlineData(2020, 4, 4, 6, 25, 10, 1)]
    [InlineData(2021, 4, 4, 6, 14, 9, 21)]
    [InlineData(2022, 4, 5, 6, 3, 9, 10)]
    [InlineData(2023, 4, 5, 6, 22, 9, 29)]
    [InlineData(2024, 4, 4, 6, 10, 9, 17)]
    [InlineData(2025, 4, 4, 5, 31, 10, 6)]
    [InlineData(2026, 4, 5, 6, 19, 9, 25)]
    public void Qingming_the_Dragon_Boat_Festival_and_Mid_Autumn_fall_as_published(int year, int month1, int day1, int month2, int day2, int month3, int day3)
    {
        DateOnly On(string code) => StatutoryHolidays.In(year).Single(holiday => holiday.Festival.Code == code).Day;
        (On("qingming"), On("dragon-boat"), On("mid-autumn")).ShouldBe((new(year, month1, day1), new(year, month2, day2), new(year, month3, day3)));
    }

    [Fact]
    public void A_festival_is_found_by_its_day() => (StatutoryHolidays.Contains(new(2026, 5, 2)), StatutoryHolidays.Contains(new(2024, 5, 2))).ShouldBe((true, false));
}
