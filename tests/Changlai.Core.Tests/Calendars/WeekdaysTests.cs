using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

public sealed class WeekdaysTests
{
    [Theory]
    [InlineData("1-6", "1-6")]
    [InlineData(" 1 - 3 , 5 ", "1-3,5")]
    [InlineData("1,2,3,4,5", "1-5")]
    [InlineData("7,6", "6-7")]
    [InlineData("3", "3")]
    [InlineData("1-7", "1-7")]
    [InlineData("", "")]
    [InlineData("2-4,3-5", "2-5")]
    public void A_list_of_days_is_read_and_written_in_its_shortest_form(string text, string written) =>
        Weekdays.Parse(text).ToString().ShouldBe(written);

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("5-1")]
    [InlineData("1-")]
    [InlineData("-")]
    [InlineData("1,,2")]
    [InlineData("1-3-5")]
    [InlineData("Mon")]
    [InlineData(null)]
    public void What_is_no_list_of_days_is_refused(string? text) => Weekdays.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Every_set_reads_what_it_wrote_and_counts_what_it_contains()
    {
        for (var bits = 0; bits < 128; bits++)
        {
            var days = Weekdays.FromBits(bits);
            Weekdays.Parse(days.ToString()).ShouldBe(days);
            var contained = Enum.GetValues<DayOfWeek>().Where(days.Contains).ToArray();
            contained.Length.ShouldBe(days.Count);
            Weekdays.Of(contained).ShouldBe(days);
            Weekdays.All.Except(days).And(days).ShouldBe(Weekdays.None);
        }
    }

    [Fact]
    public void Monday_is_the_first_day_and_Sunday_the_seventh()
    {
        Weekdays.Parse("1").Contains(DayOfWeek.Monday).ShouldBeTrue();
        Weekdays.Parse("7").Contains(DayOfWeek.Sunday).ShouldBeTrue();
        Weekdays.Parse("1-6").Contains(new DateOnly(2026, 11, 22)).ShouldBeFalse();
    }

    [Fact]
    public void The_next_day_in_the_set_is_found_within_a_week()
    {
        var monday = new DateOnly(2026, 11, 23);
        Weekdays.Parse("1").NextOnOrAfter(monday).ShouldBe(monday);
        Weekdays.Parse("1").NextOnOrAfter(monday.AddDays(1)).ShouldBe(monday.AddDays(7));
        Weekdays.None.NextOnOrAfter(monday).ShouldBeNull();
    }

    [Theory]
    [InlineData("1-6", "周一至周六", "Mon–Sat")]
    [InlineData("2,4-5,7", "周二、周四至周五、周日", "Tue, Thu–Fri, Sun")]
    [InlineData("1-7", "每天", "every day")]
    [InlineData("", "无", "none")]
    public void Days_are_called_as_people_call_them(string text, string chinese, string english) =>
        Weekdays.Parse(text).Words.ShouldBe(new(chinese, english));

    [Fact]
    public void A_number_that_is_no_set_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Weekdays.FromBits(128));
}
