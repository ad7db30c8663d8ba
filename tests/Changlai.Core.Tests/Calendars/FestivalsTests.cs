using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

public sealed class FestivalsTests
{
    [Theory]
    [InlineData("new-year", 2026, "2026-01-01")]
    [InlineData("spring-festival", 2022, "2022-02-01")]
    [InlineData("spring-festival", 2026, "2026-02-17")]
    [InlineData("spring-festival", 2030, "2030-02-03")]
    [InlineData("lantern", 2026, "2026-03-03")]
    [InlineData("dragon-boat", 2025, "2025-05-31")]
    [InlineData("dragon-boat", 2026, "2026-06-19")]
    [InlineData("qixi", 2025, "2025-08-29")]
    [InlineData("qixi", 2026, "2026-08-19")]
    [InlineData("mid-autumn", 2024, "2024-09-17")]
    [InlineData("mid-autumn", 2026, "2026-09-25")]
    [InlineData("double-ninth", 2025, "2025-10-29")]
    [InlineData("double-ninth", 2026, "2026-10-18")]
    [InlineData("national-day", 2026, "2026-10-01")]
    [InlineData("laba", 2025, "2026-01-26")]
    [InlineData("new-years-eve", 2024, "2025-01-28")]
    [InlineData("new-years-eve", 2025, "2026-02-16")]
    [InlineData("qingming", 2020, "2020-04-04")]
    [InlineData("qingming", 2023, "2023-04-05")]
    [InlineData("qingming", 2025, "2025-04-04")]
    [InlineData("qingming", 2026, "2026-04-05")]
    [InlineData("dongzhi", 2021, "2021-12-21")]
    [InlineData("dongzhi", 2023, "2023-12-22")]
    [InlineData("dongzhi", 2025, "2025-12-21")]
    [InlineData("dongzhi", 2026, "2026-12-22")]
    public void Festivals_fall_on_their_published_days(string code, int year, string day) =>
        Festivals.On(code, year).ShouldBe(DateOnly.Parse(day));

    [Fact]
    public void The_winter_solstice_lies_in_the_eleventh_lunar_month()
    {
        // The rule by which the calendar itself is made, so it checks the solar and the lunar side against each other.
        for (var year = 1901; year <= 2100; year++)
        {
            var solstice = LunarDate.From(SolarTerms.Dongzhi(year));
            (solstice.Month, solstice.IsLeapMonth).ShouldBe((11, false), $"in {year}");
        }
    }

    [Fact]
    public void Solar_terms_keep_to_three_days()
    {
        for (var year = 1901; year <= 2100; year++)
        {
            SolarTerms.Qingming(year).ShouldBeInRange(new(year, 4, 4), new(year, 4, 6));
            SolarTerms.Dongzhi(year).ShouldBeInRange(new(year, 12, 21), new(year, 12, 23));
        }
    }

    [Fact]
    public void Spring_festival_lies_between_21_January_and_21_February()
    {
        for (var year = 1901; year <= 2100; year++)
            Festivals.On("spring-festival", year).ShouldBeInRange(new(year, 1, 21), new(year, 2, 21));
    }

    [Fact]
    public void New_years_eve_is_the_day_before_the_next_spring_festival()
    {
        for (var year = 1901; year < 2100; year++)
            Festivals.On("new-years-eve", year).AddDays(1).ShouldBe(Festivals.On("spring-festival", year + 1));
    }

    [Fact]
    public void Between_two_days_each_festival_is_named_once_and_in_order()
    {
        var days = Festivals.Between(new(2026, 1, 1), new(2026, 12, 31)).ToList();
        days.ShouldBe([.. days.OrderBy(festival => festival.Day)]);
        days.Select(festival => festival.Festival.Code).ShouldBe(Festivals.All.Select(festival => festival.Code), ignoreOrder: true);
        Festivals.Between(new(2026, 2, 17), new(2026, 2, 17)).ShouldHaveSingleItem().Festival.Code.ShouldBe("spring-festival");
        Festivals.Between(new(2026, 2, 17), new(2026, 2, 16)).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_festival_or_year_is_refused()
    {
        Should.Throw<ArgumentException>(() => Festivals.On("easter", 2026));
        Should.Throw<ArgumentOutOfRangeException>(() => Festivals.On("spring-festival", 2101));
    }
}
