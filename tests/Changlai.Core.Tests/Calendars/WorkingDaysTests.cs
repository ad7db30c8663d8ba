using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

public sealed class WorkingDaysTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Fact]
    public void A_day_off_is_passed_over_in_both_directions()
    {
        var days = new WorkingDays(Weekdays.Parse("1-5"), new HashSet<DateOnly> { Friday, Friday.AddDays(3) });
        days.Contains(Friday).ShouldBeFalse();
        days.NextOnOrAfter(Friday).ShouldBe(Friday.AddDays(4));
        days.LastOnOrBefore(Friday).ShouldBe(Friday.AddDays(-1));
    }

    [Fact]
    public void A_search_ends_when_nobody_ever_works()
    {
        new WorkingDays(Weekdays.None).NextOnOrAfter(Friday).ShouldBeNull();
        new WorkingDays(Weekdays.None).LastOnOrBefore(Friday).ShouldBeNull();
    }

    [Fact]
    public void A_search_ends_at_the_edge_of_the_calendar()
    {
        var sundays = new WorkingDays(Weekdays.Parse("7"));
        DateOnly.MaxValue.DayOfWeek.ShouldBe(DayOfWeek.Friday);
        sundays.NextOnOrAfter(DateOnly.MaxValue).ShouldBeNull();
        sundays.LastOnOrBefore(DateOnly.MinValue).ShouldBeNull();
    }

    [Fact]
    public void Both_ends_are_counted()
    {
        var days = new WorkingDays(Weekdays.Parse("1-5"));
        days.CountBetween(Friday, Friday.AddDays(3)).ShouldBe(2);
        days.CountBetween(Friday, Friday.AddDays(-1)).ShouldBe(0);
        days.CountBetween(Friday, Friday.AddDays(6)).ShouldBe(5);
    }
}
