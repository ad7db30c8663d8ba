using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Plans;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Plans;

public sealed class PlanFiguresTests
{
    [Theory, OnBothDatabases]
    public async Task Figures_count_each_plan_and_are_counted_anew_after_a_minute(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var figures = new PlanFigures(shop.Database, shop.Time);
        shop.Record(new TestLine("A1", "1", "2026-03-02"), new TestLine("A2", "2", "2026-03-02"));
        figures.Read(shop.Session, CustomerScope.All, shop.Today)["thanks"].Planned.ShouldBe(0);

        shop.Plan("2026-03-03");

        figures.Read(shop.Session, CustomerScope.All, shop.Today)["thanks"].Planned.ShouldBe(0);
        shop.Time.Advance(TimeSpan.FromMinutes(1));
        figures.Read(shop.Session, CustomerScope.All, shop.Today)["thanks"].Planned.ShouldBe(0, "nobody waits for the new count");
        await figures.Refreshing;
        var thanks = figures.Read(shop.Session, CustomerScope.All, shop.Today)["thanks"];
        thanks.Planned.ShouldBe(2);
        thanks.ByDay.ShouldBe(new Dictionary<DateOnly, long> { [TestShop.Day("2026-03-03")] = 2 });
    }

    [Theory, OnBothDatabases]
    public async Task The_load_sets_what_is_planned_beside_what_people_can_do(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        shop.AddStaff("林", 7, weekdays: 0b0011111);
        shop.Close("2026-03-05");
        shop.Record(new TestLine("A1", "1", "2026-03-02"));
        shop.Plan("2026-03-03");
        shop.Session.Execute("UPDATE follow_up SET due_on = @late WHERE plan = 'care-call'", ("late", TestShop.Day("2026-03-02")));

        var days = LoadOutlook.Read(shop.Session, CustomerScope.OfStores(TestShop.Store), shop.Today, day => $"/plans/days/{day:yyyy-MM-dd}").ToDictionary(day => day.Day);

        days.Count.ShouldBe(PlanFigures.Days);
        // A Tuesday, with what is late; a closed Thursday; a Saturday, on which nobody works.
        (days[TestShop.Day("2026-03-03")].Count, days[TestShop.Day("2026-03-03")].Capacity).ShouldBe((1, 7));
        (days[TestShop.Day("2026-03-05")].IsClosed, days[TestShop.Day("2026-03-05")].Capacity).ShouldBe((true, 0));
        (days[TestShop.Day("2026-03-07")].IsClosed, days[TestShop.Day("2026-03-07")].Capacity).ShouldBe((false, 0));
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_switched_off_is_planned_anew_by_the_next_sweep(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        shop.Record(new TestLine("A1", "1", "2026-03-02"));
        shop.Plan("2026-03-03");
        shop.SetPlan("thanks", enabled: false);

        new PlanningSweep(shop.Time, TestFields.Membership(shop.Database)).Run(shop.Session, CancellationToken.None);

        shop.FollowUp("1", "thanks").State.ShouldBe("cancelled");
    }
}
