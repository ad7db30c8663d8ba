using Changlai.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Calendars;

public sealed class AnnualDayTests
{
    private static readonly Gen<DateOnly> Days =
        from number in Gen.Choose(new DateOnly(1903, 1, 1).DayNumber, new DateOnly(2098, 12, 31).DayNumber)
        select DateOnly.FromDayNumber(number);

    private static readonly Gen<AnnualDay> Dates = Gen.OneOf(
        from day in Days select AnnualDay.Gregorian(day.Month, day.Day),
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 30)
        from leap in Gen.Elements(true, false)
        select AnnualDay.Lunar(month, day, leap));

    [Theory]
    [InlineData("2026-03-08", "2026-03-08")]
    [InlineData("2026-03-09", "2027-03-08")]
    [InlineData("2026-03-07", "2026-03-08")]
    public void The_day_itself_counts(string from, string expected) =>
        AnnualDay.Gregorian(3, 8).NextOnOrAfter(DateOnly.Parse(from)).ShouldBe(DateOnly.Parse(expected));

    [Theory]
    [InlineData("2026-01-01", "2026-02-28")]
    [InlineData("2026-03-01", "2027-02-28")]
    [InlineData("2028-02-28", "2028-02-29")]
    public void The_29th_of_February_is_kept_on_the_28th_in_common_years(string from, string expected) =>
        AnnualDay.Gregorian(2, 29).NextOnOrAfter(DateOnly.Parse(from)).ShouldBe(DateOnly.Parse(expected));

    [Fact]
    public void A_lunar_birthday_on_day_30_falls_on_day_29_in_a_short_month()
    {
        LunarDate.DaysInMonth(2025, 12).ShouldBe(29);
        var birthday = AnnualDay.Lunar(12, 30);
        birthday.In(2025).ShouldBe(new LunarDate(2025, 12, 29).ToDateOnly());
        birthday.NextOnOrAfter(new DateOnly(2026, 2, 1)).ShouldBe(new DateOnly(2026, 2, 16));
    }

    [Fact]
    public void A_leap_month_birthday_falls_in_the_plain_month_in_years_without_that_leap_month()
    {
        var birthday = AnnualDay.Lunar(6, 3, isLeapMonth: true, year: 2025);
        birthday.In(2025).ShouldBe(new LunarDate(2025, 6, 3, isLeapMonth: true).ToDateOnly());
        birthday.In(2026).ShouldBe(new LunarDate(2026, 6, 3).ToDateOnly());
        birthday.In(2028).ShouldBe(new LunarDate(2028, 6, 3).ToDateOnly());
    }

    [Fact]
    public void A_plain_month_birthday_stays_in_the_plain_month_of_a_year_that_repeats_it() =>
        AnnualDay.Lunar(6, 3).In(2025).ShouldBe(new LunarDate(2025, 6, 3).ToDateOnly());

    [Fact]
    public void A_birthday_in_the_twelfth_lunar_month_is_found_in_the_next_gregorian_year()
    {
        var birthday = AnnualDay.Lunar(12, 8, year: 1980);
        var next = birthday.NextOnOrAfter(new DateOnly(2026, 1, 1));
        next.ShouldBe(new DateOnly(2026, 1, 26));
        birthday.YearOf(next).ShouldBe(2025);
        birthday.YearsBy(next).ShouldBe(45);
    }

    [Fact]
    public void Without_a_first_year_no_age_is_given() =>
        AnnualDay.Gregorian(5, 1).YearsBy(new DateOnly(2026, 5, 1)).ShouldBeNull();

    [Fact]
    public void The_next_occurrence_is_the_earliest_one_not_before_the_day() =>
        Prop.ForAll(Dates.ToArbitrary(), Days.ToArbitrary(), (date, day) =>
        {
            var next = date.NextOnOrAfter(day);
            next.ShouldBeGreaterThanOrEqualTo(day);
            date.In(date.YearOf(next)).ShouldBe(next);
            for (var year = Math.Max(1902, day.Year - 2); year <= day.Year + 1; year++)
            {
                var occurrence = date.In(year);
                (occurrence < day || occurrence >= next).ShouldBeTrue();
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Occurrences_come_once_in_each_year_of_their_calendar() =>
        Prop.ForAll(Dates.ToArbitrary(), Days.ToArbitrary(), (date, day) =>
        {
            var first = date.NextOnOrAfter(day);
            var second = date.NextOnOrAfter(first.AddDays(1));
            date.YearOf(second).ShouldBe(date.YearOf(first) + 1);
            (second.DayNumber - first.DayNumber).ShouldBeInRange(324, 414);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Dates_that_no_calendar_has_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => AnnualDay.Gregorian(2, 30));
        Should.Throw<ArgumentOutOfRangeException>(() => AnnualDay.Gregorian(2, 29, 2025));
        Should.Throw<ArgumentOutOfRangeException>(() => AnnualDay.Gregorian(13, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => AnnualDay.Lunar(1, 31));
        Should.Throw<ArgumentOutOfRangeException>(() => AnnualDay.Lunar(6, 1, isLeapMonth: true, year: 2026));
    }

    [Fact]
    public void Dates_are_called_as_people_call_them()
    {
        AnnualDay.Gregorian(3, 8).Words.ShouldBe(new("3月8日", "8 Mar"));
        AnnualDay.Lunar(6, 3, isLeapMonth: true).Words.ShouldBe(new("农历闰六月初三", "leap 6th lunar month, day 3"));
    }
}
