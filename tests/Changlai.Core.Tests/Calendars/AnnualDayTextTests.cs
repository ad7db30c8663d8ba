using Changlai.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Calendars;

public sealed class AnnualDayTextTests
{
    public static TheoryData<string, AnnualDay> Written => new()
    {
        { "1990-02-03", AnnualDay.Gregorian(2, 3, 1990) },
        { "1990/2/3", AnnualDay.Gregorian(2, 3, 1990) },
        { "１９９０．２．３", AnnualDay.Gregorian(2, 3, 1990) },
        { "19900203", AnnualDay.Gregorian(2, 3, 1990) },
        { "1990年2月3日", AnnualDay.Gregorian(2, 3, 1990) },
        { "1990-02-03 00:00:00", AnnualDay.Gregorian(2, 3, 1990) },
        { "9-25", AnnualDay.Gregorian(9, 25) },
        { "9月25日", AnnualDay.Gregorian(9, 25) },
        { "2月29日", AnnualDay.Gregorian(2, 29) },
        { "3 Feb 1990", AnnualDay.Gregorian(2, 3, 1990) },
        { "February 3, 1990", AnnualDay.Gregorian(2, 3, 1990) },
        { "农历八月十五", AnnualDay.Lunar(8, 15) },
        { "八月十五", AnnualDay.Lunar(8, 15) },
        { "八月十五日", AnnualDay.Gregorian(8, 15) },
        { "8-15 lunar", AnnualDay.Lunar(8, 15) },
        { "阴历8月15", AnnualDay.Lunar(8, 15) },
        { "农历 1990-8-15", AnnualDay.Lunar(8, 15, year: 1990) },
        { "1990年腊月廿三", AnnualDay.Lunar(12, 23, year: 1990) },
        { "正月初一", AnnualDay.Lunar(1, 1) },
        { "冬月三十（农历）", AnnualDay.Lunar(11, 30) },
        { "闰六月初三", AnnualDay.Lunar(6, 3, isLeapMonth: true) },
        { "2025年闰六月初三", AnnualDay.Lunar(6, 3, isLeapMonth: true, year: 2025) },
        { "十二月二十一", AnnualDay.Lunar(12, 21) },
    };

    [Theory, MemberData(nameof(Written))]
    public void Dates_are_read_as_people_write_them(string text, AnnualDay day) => AnnualDayText.Parse(text).ShouldBe(day);

    [Theory]
    [InlineData("")]
    [InlineData("生日")]
    [InlineData("12")]
    [InlineData("1225")]
    [InlineData("3/4/1990")]
    [InlineData("25/12")]
    [InlineData("1990-02-30")]
    [InlineData("农历 2月31")]
    [InlineData("2024年闰六月初三")]
    [InlineData("闰 1990-02-03 公历")]
    [InlineData("八月")]
    [InlineData("=1990-02-03")]
    public void What_is_no_date_or_could_be_two_is_not_guessed(string text) => AnnualDayText.Parse(text).ShouldBeNull();

    [Fact]
    public void A_column_of_its_own_can_say_the_calendar()
    {
        AnnualDayText.Parse("8-15", AnnualCalendar.Lunar).ShouldBe(AnnualDay.Lunar(8, 15));
        AnnualDayText.Parse("八月十五", AnnualCalendar.Gregorian).ShouldBe(AnnualDay.Gregorian(8, 15));
    }

    [Fact]
    public void What_is_said_is_read_again() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(bool Lunar, PositiveInt Month, PositiveInt Day, bool Leap)>(), given =>
        {
            var (month, day) = (given.Month.Get % 12 + 1, given.Day.Get % 28 + 1);
            var date = given.Lunar ? AnnualDay.Lunar(month, day, given.Leap) : AnnualDay.Gregorian(month, day);
            AnnualDayText.Parse(date.Words.Chinese).ShouldBe(date);
            AnnualDayText.Parse(date.Words.English).ShouldBe(date);
        }).QuickCheckThrowOnFailure();
}
