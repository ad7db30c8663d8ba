using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

public sealed class LunarDateTests
{
    [Theory]
    [InlineData("1900-01-31", 1900, 1, 1, false)]
    [InlineData("1900-09-24", 1900, 8, 1, true)]
    [InlineData("1901-02-18", 1900, 12, 30, false)]
    [InlineData("1901-02-19", 1901, 1, 1, false)]
    [InlineData("1949-10-01", 1949, 8, 10, false)]
    [InlineData("2000-02-05", 2000, 1, 1, false)]
    [InlineData("2020-01-25", 2020, 1, 1, false)]
    [InlineData("2020-05-23", 2020, 4, 1, true)]
    [InlineData("2023-01-22", 2023, 1, 1, false)]
    [InlineData("2023-03-22", 2023, 2, 1, true)]
    [InlineData("2024-02-10", 2024, 1, 1, false)]
    [InlineData("2025-01-29", 2025, 1, 1, false)]
    [InlineData("2025-07-25", 2025, 6, 1, true)]
    [InlineData("2025-10-06", 2025, 8, 15, false)]
    [InlineData("2026-02-16", 2025, 12, 29, false)]
    [InlineData("2026-02-17", 2026, 1, 1, false)]
    [InlineData("2026-09-25", 2026, 8, 15, false)]
    [InlineData("2027-02-06", 2027, 1, 1, false)]
    [InlineData("2033-12-22", 2033, 11, 1, true)]
    [InlineData("2034-02-19", 2034, 1, 1, false)]
    [InlineData("2101-01-28", 2100, 12, 29, false)]
    public void Known_days_agree_in_both_directions(string gregorian, int year, int month, int day, bool leap)
    {
        var expected = new LunarDate(year, month, day, leap);
        LunarDate.From(DateOnly.Parse(gregorian)).ShouldBe(expected);
        expected.ToDateOnly().ShouldBe(DateOnly.Parse(gregorian));
    }

    [Theory]
    [InlineData(2020, 4)]
    [InlineData(2021, 0)]
    [InlineData(2023, 2)]
    [InlineData(2025, 6)]
    [InlineData(2026, 0)]
    [InlineData(2028, 5)]
    [InlineData(2033, 11)]
    public void The_leap_month_bears_the_number_of_the_month_it_follows(int year, int month) =>
        LunarDate.LeapMonthOf(year).ShouldBe(month);

    [Fact]
    public void Every_day_of_two_centuries_converts_there_and_back_and_follows_its_predecessor()
    {
        var previous = default(LunarDate?);
        for (var day = LunarDate.MinDay; day <= LunarDate.MaxDay; day = day.AddDays(1))
        {
            var lunar = LunarDate.From(day);
            lunar.ToDateOnly().ShouldBe(day);
            if (previous is { } before)
            {
                (lunar > before).ShouldBeTrue();
                var sameMonth = (before.Year, before.Month, before.IsLeapMonth) == (lunar.Year, lunar.Month, lunar.IsLeapMonth);
                lunar.Day.ShouldBe(sameMonth ? before.Day + 1 : 1);
            }
            previous = lunar;
        }
    }

    [Fact]
    public void Months_have_29_or_30_days_and_a_lunar_year_353_to_385()
    {
        for (var year = LunarDate.MinYear; year <= LunarDate.MaxYear; year++)
        {
            var days = 0;
            for (var month = 1; month <= 12; month++)
            {
                LunarDate.DaysInMonth(year, month).ShouldBeInRange(29, 30);
                days += LunarDate.DaysInMonth(year, month);
            }
            if (LunarDate.LeapMonthOf(year) is > 0 and var leap)
                days += LunarDate.DaysInMonth(year, leap, isLeapMonth: true);
            days.ShouldBeInRange(353, 385);
        }
    }

    [Theory]
    [InlineData(2025, 5, 1, true)]
    [InlineData(2026, 6, 1, true)]
    [InlineData(2025, 12, 30, false)]
    [InlineData(2025, 13, 1, false)]
    [InlineData(2025, 0, 1, false)]
    [InlineData(2025, 1, 0, false)]
    [InlineData(1899, 1, 1, false)]
    [InlineData(2101, 1, 1, false)]
    public void A_day_that_no_calendar_has_is_refused(int year, int month, int day, bool leap)
    {
        LunarDate.Exists(year, month, day, leap).ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => new LunarDate(year, month, day, leap));
    }

    [Fact]
    public void Days_beyond_the_tables_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => LunarDate.From(LunarDate.MinDay.AddDays(-1)));
        Should.Throw<ArgumentOutOfRangeException>(() => LunarDate.From(LunarDate.MaxDay.AddDays(1)));
    }

    [Theory]
    [InlineData(1, 1, false, "正月初一", "1st lunar month, day 1")]
    [InlineData(6, 10, true, "闰六月初十", "leap 6th lunar month, day 10")]
    [InlineData(11, 20, false, "冬月二十", "11th lunar month, day 20")]
    [InlineData(12, 23, false, "腊月廿三", "12th lunar month, day 23")]
    [InlineData(8, 15, false, "八月十五", "8th lunar month, day 15")]
    [InlineData(2, 30, false, "二月三十", "2nd lunar month, day 30")]
    public void Days_are_called_as_people_call_them(int month, int day, bool leap, string chinese, string english) =>
        LunarNames.Of(month, day, leap).ShouldBe(new(chinese, english));
}
