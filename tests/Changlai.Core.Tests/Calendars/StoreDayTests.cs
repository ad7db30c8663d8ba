using Changlai.Core.Calendars;
using FsCheck;
using FsCheck.Fluent;

namespace Changlai.Core.Tests.Calendars;

public sealed class StoreDayTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly TimeZoneInfo Santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");

    [Theory]
    [InlineData("2026-11-22T15:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T16:00:00Z", "2026-11-23")]
    [InlineData("2026-11-23T02:00:00+10:00", "2026-11-23")]
    public void The_day_changes_at_midnight_on_the_store_s_wall(string instant, string day) =>
        StoreDay.On(DateTimeOffset.Parse(instant), Shanghai).ShouldBe(DateOnly.Parse(day));

    [Fact]
    public void A_time_that_the_clock_skips_is_moved_later_by_the_gap() =>
        StoreDay.At(new DateOnly(2026, 3, 8), new TimeOnly(2, 30), NewYork).ShouldBe(DateTimeOffset.Parse("2026-03-08T07:30:00Z"));

    [Fact]
    public void A_time_that_the_clock_shows_twice_means_the_first() =>
        StoreDay.At(new DateOnly(2026, 11, 1), new TimeOnly(1, 30), NewYork).ShouldBe(DateTimeOffset.Parse("2026-11-01T05:30:00Z"));

    [Fact]
    public void A_day_whose_midnight_is_skipped_starts_when_the_clock_goes_on()
    {
        var start = StoreDay.StartOf(new DateOnly(2025, 9, 7), Santiago);
        start.ShouldBe(DateTimeOffset.Parse("2025-09-07T04:00:00Z"));
        StoreDay.WallClock(start, Santiago).TimeOfDay.ShouldBe(TimeSpan.FromHours(1));
        StoreDay.On(start.AddTicks(-1), Santiago).ShouldBe(new DateOnly(2025, 9, 6));
    }

    [Fact]
    public void Every_wall_clock_time_that_exists_is_shown_at_its_instant() =>
        Prop.ForAll(
            Gen.Choose(0, 60 * 24 * 366 * 30).ToArbitrary(),
            Gen.Elements(Shanghai, NewYork, London, Santiago).ToArbitrary(),
            (minutes, zone) =>
            {
                var local = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(minutes);
                var instant = StoreDay.At(local, zone);
                instant.Offset.ShouldBe(TimeSpan.Zero);
                if (!zone.IsInvalidTime(local))
                    StoreDay.WallClock(instant, zone).ShouldBe(local);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_starts_exactly_once_and_days_follow_each_other() =>
        Prop.ForAll(
            Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2035, 1, 1).DayNumber).ToArbitrary(),
            Gen.Elements(Shanghai, NewYork, London, Santiago).ToArbitrary(),
            (number, zone) =>
            {
                var day = DateOnly.FromDayNumber(number);
                var start = StoreDay.StartOf(day, zone);
                StoreDay.On(start, zone).ShouldBe(day);
                StoreDay.On(start.AddTicks(-1), zone).ShouldBe(day.AddDays(-1));
            }).QuickCheckThrowOnFailure();
}
