using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Holidays;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>A planning run across the National Day week of 2026, as its notice arranged it: off from 1 to 7 October, at work on Sunday 20 September and Saturday 10 October.</summary>
public sealed class PlannerHolidaysTests
{
    private static readonly DateOnly First = new(2026, 10, 1);
    private static readonly DateOnly Last = new(2026, 10, 7);

    [Theory, OnBothDatabases]
    public async Task Nobody_is_called_in_the_week_off_and_the_stores_that_open_go_on(DatabaseKind kind)
    {
        await using var shop = await OpenAsync(kind, "2026-09-24", "official");
        shop.Record(Orders("2026-09-24", 20));
        shop.Plan("2026-09-24");
        var planned = shop.FollowUps(state: FollowUpState.Planned);
        planned.Count.ShouldBeGreaterThan(20);
        planned.ShouldAllBe(row => row.DueOn < First || row.DueOn > Last);

        await using var open = await OpenAsync(kind, "2026-09-24", "open");
        open.Record(Orders("2026-09-24", 20));
        open.Plan("2026-09-24");
        open.FollowUps(state: FollowUpState.Planned).ShouldContain(row => row.DueOn >= First && row.DueOn <= Last, "a store that keeps no holidays has its people at work");
    }

    [Theory]
    [OnBothDatabases("official")]
    [OnBothDatabases("open")]
    public async Task A_make_up_sunday_is_a_day_of_work_only_for_whoever_keeps_the_official_calendar(DatabaseKind kind, string holidays)
    {
        // Closed at weekends; thanks are due on the day after Saturday 19 September, within some days.
        await using var shop = await OpenAsync(kind, "2026-09-19", holidays);
        shop.Session.Execute("UPDATE store SET closed_weekdays = @weekend", ("weekend", Core.Calendars.Weekdays.Of(DayOfWeek.Saturday, DayOfWeek.Sunday).Bits));
        shop.RunOnly("thanks");
        shop.Record(Orders("2026-09-19", 3));
        shop.Plan("2026-09-19");
        var days = shop.FollowUps(state: FollowUpState.Planned).Select(row => row.DueOn!.Value).Distinct().ToList();
        if (holidays == "official") days.ShouldBe([new DateOnly(2026, 9, 20)]);
        else days.ShouldBe([new DateOnly(2026, 9, 21)]);
    }

    private static async Task<TestShop> OpenAsync(DatabaseKind kind, string today, string holidays)
    {
        var shop = await TestShop.OpenAsync(kind, today);
        OfficialDays.Bring(shop.Database);
        shop.Session.Execute("UPDATE store SET holidays = @holidays", ("holidays", holidays));
        shop.AddStaff("李敏", capacity: 50);
        shop.HoldNobodyOut();
        return shop;
    }

    private static IEnumerable<TestLine> Orders(string day, int count) => Enumerable.Range(1, count).Select(i => new TestLine($"A{i}", $"{i}", day, Price: i * 100));
}
