using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>Who does it, and what there is time for.</summary>
public sealed class PlannerStaffTests
{
    [Theory, OnBothDatabases]
    public async Task What_finds_no_time_waits_and_the_strongest_gets_the_place_that_opens(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var staff = shop.AddStaff("李敏", capacity: 1);
        shop.RunOnly("thanks");
        shop.Record(Enumerable.Range(1, 6).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02", Price: i * 100)));
        shop.Plan("2026-03-02").NotPlaced.ShouldBe(3);
        Waiting(shop).ShouldBe(["1", "2", "3"]);

        shop.Session.Execute("UPDATE staff SET daily_capacity = 2 WHERE id = @id", ("id", staff));
        shop.Session.Execute("UPDATE store SET closed_weekdays = @days", ("days", 1 << 2));
        var report = shop.Plan("2026-03-02");

        // Wednesday the 4th is closed now: its one moves, and of the two places on each of the 3rd and 5th the weakest gets none.
        report.Created.ShouldBe(1);
        Waiting(shop).ShouldBe(["1", "2"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_belongs_to_nobody_in_particular_waits_for_any_colleague(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStaff("李敏", capacity: 1);
        shop.RunOnly("thanks");
        shop.Record(Enumerable.Range(1, 4).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02")));
        shop.Plan("2026-03-02");
        shop.FollowUps(state: FollowUpState.NotPlaced).Single().StaffId.ShouldBeNull();

        var newcomer = shop.AddStaff("王芳", capacity: 5);
        shop.Plan("2026-03-03").Created.ShouldBe(1);

        shop.FollowUps(state: FollowUpState.Planned).Select(row => row.StaffId).ShouldContain(newcomer);
    }

    [Theory, OnBothDatabases]
    public async Task What_waited_too_long_is_over_and_says_that_nobody_had_time(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStaff("李敏", capacity: 1);
        shop.RunOnly("thanks");
        shop.Record(Enumerable.Range(1, 4).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02")));
        shop.Plan("2026-03-02");
        shop.Plan("2026-03-06");

        shop.FollowUps(state: FollowUpState.Expired).Count(row => row.StateReason == "capacity").ShouldBe(1);
        shop.FollowUps(state: FollowUpState.NotPlaced).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_s_own_person_is_asked_even_in_another_store(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var other = shop.AddStore("二店", closedWeekdays: 1 << 1);
        shop.AddStaff("李敏", capacity: 9);
        var owner = shop.AddStaff("王芳", capacity: 9, store: other);
        shop.RunOnly("thanks");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Set("7", "owner_id", owner);
        shop.Plan("2026-03-02");

        // On Tuesday the 3rd the owner's store is closed.
        var thanks = shop.FollowUp("7", "thanks");
        (thanks.StaffId, thanks.DueOn, thanks.DayReasonCode).ShouldBe((owner, TestShop.Day("2026-03-04"), "capacity"));
    }

    [Theory, OnBothDatabases]
    public async Task What_somebody_had_who_left_passes_to_a_colleague_late_or_not(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var leaver = shop.AddStaff("李敏", capacity: 9);
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Plan("2026-03-02");
        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.StaffId == leaver);

        var colleague = shop.AddStaff("王芳", capacity: 9);
        shop.Session.Execute("UPDATE staff SET active = @no WHERE id = @id", ("no", false), ("id", leaver));
        shop.Plan("2026-03-04");

        var left = shop.FollowUps("7", FollowUpState.Planned);
        left.ShouldAllBe(row => row.StaffId == colleague);
        left.Single(row => row.Plan == "thanks").DueOn.ShouldBe(TestShop.Day("2026-03-03"));
        var again = shop.Plan("2026-03-04");
        (again.Created, again.Moved, again.Cancelled).ShouldBe((0, 0, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Without_anybody_a_store_has_a_common_list_and_nothing_waits(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        var leaver = shop.AddStaff("李敏", capacity: 9, active: false);
        shop.Record(Enumerable.Range(1, 50).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02")));
        shop.Set("1", "owner_id", leaver);
        shop.Plan("2026-03-02").NotPlaced.ShouldBe(0);

        shop.FollowUps(state: FollowUpState.Planned).ShouldAllBe(row => row.StaffId == null);
        shop.PlanFor("1", "2026-03-02").Moved.ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_holiday_announced_late_moves_what_was_planned_on_it(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Plan("2026-03-02");
        shop.Close("2026-03-07");
        shop.Plan("2026-03-03").Moved.ShouldBe(1);

        var call = shop.FollowUp("7", "care-call");
        (call.DueOn, call.DayReasonCode).ShouldBe((TestShop.Day("2026-03-06"), "closed"));
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_without_a_store_belongs_to_that_of_the_last_order(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStore("二店");
        shop.Record(new("A1", "7", "2026-02-02", Store: "一店"), new("A2", "7", "2026-03-02", Store: "二店"));
        shop.Set("7", "store_id", null);
        shop.Plan("2026-03-02");

        shop.FollowUp("7", "thanks").Store.ShouldBe("二店");
    }

    [Theory, OnBothDatabases]
    public async Task Equal_values_are_settled_the_same_way_each_time(DatabaseKind kind)
    {
        async Task<IReadOnlyList<string>> Plan()
        {
            await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
            shop.AddStaff("李敏", capacity: 2);
            shop.Record(Enumerable.Range(1, 30).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02")));
            shop.Plan("2026-03-02");
            return shop.Everything();
        }

        (await Plan()).ShouldBe(await Plan());
    }

    private static IEnumerable<string> Waiting(TestShop shop) =>
        shop.FollowUps(state: FollowUpState.NotPlaced).Select(row => row.Customer).Order(StringComparer.Ordinal);
}
