using Changlai.Core.Calendars;

namespace Changlai.Core.Tests.Calendars;

public sealed class OpeningHoursTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly StoreDays Weekends = new(Weekdays.Parse("6-7"));

    [Fact]
    public void Lunch_is_closed_and_so_is_the_instant_of_closing()
    {
        var hours = Hours(Weekends, Shanghai, "09:00-12:00, 13:30-18:00");
        hours.IsOpenAt(At("2026-11-27T09:00+08:00")).ShouldBeTrue();
        hours.IsOpenAt(At("2026-11-27T12:00+08:00")).ShouldBeFalse();
        hours.NextOpening(At("2026-11-27T12:00+08:00")).ShouldBe(At("2026-11-27T13:30+08:00"));
        hours.NextOpening(At("2026-11-27T18:00+08:00")).ShouldBe(At("2026-11-30T09:00+08:00"), "after the weekend");
    }

    [Fact]
    public void A_deadline_runs_over_lunch_the_night_and_the_weekend()
    {
        var hours = Hours(Weekends, Shanghai, "09:00-12:00, 13:30-18:00");
        hours.After(At("2026-11-27T11:00+08:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-11-27T14:30+08:00"));
        hours.After(At("2026-11-27T17:00+08:00"), TimeSpan.FromHours(2)).ShouldBe(At("2026-11-30T10:00+08:00"));
        hours.After(At("2026-11-28T03:00+08:00"), TimeSpan.Zero).ShouldBe(At("2026-11-28T03:00+08:00"));
        hours.OpenTime(At("2026-11-27T11:00+08:00"), At("2026-11-30T10:00+08:00")).ShouldBe(TimeSpan.FromHours(6.5));
    }

    [Fact]
    public void A_holiday_is_passed_over_and_a_make_up_Saturday_has_hours_though_Saturdays_have_none()
    {
        var holidays = new PublicHolidays(new Dictionary<DateOnly, HolidayKind> { [new(2026, 10, 10)] = HolidayKind.Working, [new(2026, 10, 8)] = HolidayKind.Holiday, [new(2026, 10, 9)] = HolidayKind.Holiday }, new HashSet<int> { 2026 });
        var week = Enumerable.Range(1, 5).ToDictionary(day => (DayOfWeek)day, _ => (IReadOnlyList<OpenSpan>)[new OpenSpan(9 * 60, 10 * 60)]);
        var hours = new OpeningHours(Weekends with { Holidays = holidays }, week, Shanghai);
        hours.NextOpening(At("2026-10-07T12:00+08:00")).ShouldBe(At("2026-10-10T09:00+08:00"));
    }

    [Fact]
    public void The_hour_that_comes_twice_counts_twice_and_the_one_left_out_not_at_all()
    {
        var hours = Hours(new StoreDays(Weekdays.None), Berlin, "01:00-04:00");
        hours.OpenTime(At("2026-10-25T00:00+02:00"), At("2026-10-25T12:00+01:00")).ShouldBe(TimeSpan.FromHours(4));
        hours.OpenTime(At("2026-03-29T00:00+01:00"), At("2026-03-29T12:00+02:00")).ShouldBe(TimeSpan.FromHours(2));
    }

    [Fact]
    public void Spans_that_the_skipped_hour_pushes_into_each_other_are_not_counted_twice()
    {
        var hours = Hours(new StoreDays(Weekdays.None), Berlin, "01:00-02:30, 03:00-05:00");
        hours.OpenTime(At("2026-03-29T00:00+01:00"), At("2026-03-29T12:00+02:00")).ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public void A_store_that_never_opens_ends_every_search()
    {
        var never = Hours(new StoreDays(Weekdays.All), Shanghai, "");
        never.NextOpening(At("2026-11-27T00:00Z")).ShouldBeNull();
        never.After(At("2026-11-27T00:00Z"), TimeSpan.FromMinutes(1)).ShouldBeNull();
        never.OpenTime(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).ShouldBe(TimeSpan.Zero);
        Hours(new StoreDays(Weekdays.None), Shanghai, "").NextOpening(DateTimeOffset.MaxValue).ShouldBeNull();
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Santiago")]
    [InlineData("Pacific/Apia")]
    public void A_deadline_lies_exactly_so_much_open_time_away_and_the_minute_before_it_is_open(string zone)
    {
        var random = new Random(zone.Length);
        for (var round = 0; round < 300; round++)
        {
            var closed = Enumerable.Range(0, random.Next(20)).Select(_ => new DateOnly(2026, 1, 1).AddDays(random.Next(400))).ToHashSet();
            var from = random.Next(0, 1400);
            var hours = Hours(new StoreDays(Weekdays.FromBits(random.Next(127)), closed, new HashSet<DateOnly>()), TimeZoneInfo.FindSystemTimeZoneById(zone),
                $"{new OpenSpan(from / 2, (from / 2) + 15)}, {new OpenSpan((from / 2) + 20, Math.Min(1440, from + 40))}");
            var start = At("2026-01-01T00:00Z").AddMinutes(random.Next(500_000));
            var time = TimeSpan.FromMinutes(random.Next(1, 3000));
            var end = hours.After(start, time);
            end.ShouldNotBeNull();
            hours.OpenTime(start, end.Value).ShouldBe(time);
            hours.IsOpenAt(end.Value.AddSeconds(-1)).ShouldBeTrue();
            hours.OpenTime(start, end.Value.AddMinutes(-1)).ShouldBe(time - TimeSpan.FromMinutes(1));
            (hours.NextOpening(start) is { } next && hours.IsOpenAt(next) && next >= start).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("9-12，１３：３０至２１：００", "09:00-12:00, 13:30-21:00")]
    [InlineData("13:00-24:00 08:00–09:00", "08:00-09:00, 13:00-24:00")]
    [InlineData("", "")]
    public void Hours_are_read_as_people_write_them(string typed, string written)
    {
        OpenSpanText.TryParse(typed, out var spans).ShouldBe(OpenSpanProblem.None);
        OpenSpanText.Write(spans).ShouldBe(written);
    }

    [Theory]
    [InlineData("morning", OpenSpanProblem.Unreadable)]
    [InlineData("09:00-25:00", OpenSpanProblem.Unreadable)]
    [InlineData("09:60-10:00", OpenSpanProblem.Unreadable)]
    [InlineData("1-2,2-3,3-4,4-5,5-6,6-7,7-8", OpenSpanProblem.Unreadable)]
    [InlineData("22:00-02:00", OpenSpanProblem.PastMidnight)]
    [InlineData("09:00-09:00", OpenSpanProblem.PastMidnight)]
    [InlineData("09:00-12:00, 11:59-13:00", OpenSpanProblem.Overlapping)]
    public void Hours_that_cannot_be_say_why(string typed, OpenSpanProblem problem)
    {
        OpenSpanText.TryParse(typed, out var spans).ShouldBe(problem);
        spans.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_store_decides_for_a_day_comes_before_the_holidays_and_they_before_the_week()
    {
        var holidays = new PublicHolidays(new Dictionary<DateOnly, HolidayKind> { [new(2026, 10, 1)] = HolidayKind.Holiday, [new(2026, 10, 2)] = HolidayKind.Holiday, [new(2026, 10, 10)] = HolidayKind.Working }, new HashSet<int> { 2026 });
        var days = new StoreDays(Weekdays.Parse("6-7"), new HashSet<DateOnly> { new(2026, 10, 12) }, new HashSet<DateOnly> { new(2026, 10, 2) }, holidays);
        Enumerable.Range(1, 13).Where(day => days.Contains(new DateOnly(2026, 10, day))).ShouldBe([2, 5, 6, 7, 8, 9, 10, 13]);
    }

    private static OpeningHours Hours(StoreDays days, TimeZoneInfo zone, string text)
    {
        OpenSpanText.TryParse(text, out var spans).ShouldBe(OpenSpanProblem.None);
        return new OpeningHours(days, Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => spans), zone);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
