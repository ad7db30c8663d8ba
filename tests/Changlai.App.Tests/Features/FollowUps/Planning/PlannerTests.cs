using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

public sealed class PlannerTests
{
    [Theory, OnBothDatabases]
    public async Task An_order_is_thanked_for_the_next_day_and_called_about_on_day_five(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));

        var report = shop.Plan("2026-03-02");

        shop.FollowUp("7", "thanks").DueOn.ShouldBe(TestShop.Day("2026-03-03"));
        shop.FollowUp("7", "care-call").DueOn.ShouldBe(TestShop.Day("2026-03-07"));
        shop.FollowUp("7", "care-call").DayReasonCode.ShouldBe("ideal");
        report.ByPlan["thanks"].Created.ShouldBe(1);
        report.Created.ShouldBe(shop.FollowUps(state: FollowUpState.Planned).Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_second_run_right_after_changes_nothing(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStaff("李敏", capacity: 1);
        shop.Record(Enumerable.Range(1, 40).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02")));
        var first = shop.Plan("2026-03-02");
        var stored = shop.Everything();

        var second = shop.Plan("2026-03-02");

        first.NotPlaced.ShouldBeGreaterThan(0);
        (second.Created, second.Moved, second.Cancelled, second.HeldOut, second.NotPlaced).ShouldBe((0, 0, 0, 0, 0));
        second.Unchanged.ShouldBe(first.Created);
        shop.Everything().ShouldBe(stored);
    }

    [Theory, OnBothDatabases]
    public async Task A_run_cut_off_changes_nothing(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Session.Begin();
        new Planner(shop.Session, shop.Time).Run(shop.Today);
        shop.Session.Rollback();

        shop.FollowUps().ShouldBeEmpty();
        shop.Plan("2026-03-02").Created.ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task Two_planners_at_once_make_each_follow_up_once(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(Enumerable.Range(1, 60).Select(i => new TestLine($"A{i}", $"{i}", "2026-03-02")));
        using var together = new Barrier(2);
        PlanReport RunInOwnSession()
        {
            using var session = shop.Database.OpenSession();
            together.SignalAndWait();
            session.Begin();
            var report = new Planner(session, shop.Time).Run(shop.Today);
            session.Commit();
            return report;
        }

        var reports = await Task.WhenAll(Task.Run(RunInOwnSession), Task.Run(RunInOwnSession));

        reports.Select(report => report.Created).Min().ShouldBe(0);
        reports.Sum(report => report.Created).ShouldBe(shop.FollowUps(state: FollowUpState.Planned).Count);
        shop.FollowUps().Select(row => (row.CustomerId, row.Plan, row.Step, row.Occasion)).ShouldBeUnique();
    }

    [Theory, OnBothDatabases]
    public async Task A_new_order_takes_over_from_the_reminder_and_the_win_back_and_says_so(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.HoldNobodyOut();
        shop.Record(new TestLine("A1", "7", "2026-02-12"));
        shop.Plan("2026-03-02");
        shop.FollowUps("7", FollowUpState.Planned).Select(row => row.Plan).ShouldBe(["after-sale", "repurchase", "win-back"], ignoreOrder: true);

        shop.Record(new TestLine("A2", "7", "2026-03-03"));
        var report = shop.Plan("2026-03-03");

        report.Cancelled.ShouldBe(3);
        var old = shop.FollowUps("7", FollowUpState.Cancelled);
        old.Select(row => row.StateReason).ShouldBe(["new-order", "new-order", "new-order"]);
        old.ShouldAllBe(row => row.DueOn == null);
        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.Occasion.EndsWith(":2"));
    }

    [Theory, OnBothDatabases]
    public async Task An_order_that_comes_back_whole_ends_its_follow_ups(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-01"));
        shop.Plan("2026-03-02");
        shop.Record(new TestLine("C1", "7", "2026-03-02", Quantity: -1));
        shop.Plan("2026-03-02");

        shop.FollowUps("7").ShouldAllBe(row => row.State == FollowUpState.Cancelled && row.StateReason == "returned");
    }

    [Theory, OnBothDatabases]
    public async Task Those_held_out_are_never_contacted_and_stay_countable(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.SetPlan("repurchase", holdout: 50);
        shop.Record(Enumerable.Range(1, 60).Select(i => new TestLine($"A{i}", $"{i}", "2026-02-12")));
        var report = shop.Plan("2026-03-02");
        var heldOut = shop.FollowUps(state: FollowUpState.HeldOut, plan: "repurchase").Select(row => row.CustomerId).ToList();
        report.ByPlan["repurchase"].HeldOut.ShouldBe(heldOut.Count);
        heldOut.Count.ShouldBeInRange(18, 42);

        // Long after the window, and after somebody of them bought again.
        shop.Record(new TestLine("B1", shop.Session.Scalar<string>("SELECT external_number FROM customer WHERE customer_id = @id", ("id", heldOut[0]))!, "2026-04-20"));
        shop.Plan("2026-04-20");

        shop.FollowUps(state: FollowUpState.HeldOut, plan: "repurchase").Where(row => row.Occasion.StartsWith("order")).Select(row => row.CustomerId).Distinct().ShouldBe(heldOut, ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_run_for_an_earlier_day_sees_no_later_order_and_the_next_run_makes_good(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-20");
        shop.HoldNobodyOut();
        shop.Record(new("A1", "7", "2026-02-12"), new("A2", "7", "2026-03-18"), new("A3", "8", "2026-03-19"));
        shop.Plan("2026-03-20");
        var stored = shop.FollowUps(state: FollowUpState.Planned).Select(row => (row.CustomerId, row.Plan, row.Step, row.Occasion)).ToList();

        shop.Plan("2026-03-02");
        shop.FollowUps("7", FollowUpState.Planned).ShouldAllBe(row => row.Occasion.EndsWith(":1"));
        shop.FollowUps("8", FollowUpState.Planned).ShouldBeEmpty();

        shop.Plan("2026-03-20");
        shop.FollowUps(state: FollowUpState.Planned).Select(row => (row.CustomerId, row.Plan, row.Step, row.Occasion)).ShouldBe(stored, ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Nights_planned_one_by_one_in_the_past_find_what_a_plan_of_that_day_alone_finds(DatabaseKind kind)
    {
        // The summaries know of the order in May; on these nights of March it has not happened.
        await using var shop = await TestShop.OpenAsync(kind, "2026-06-01");
        shop.HoldNobodyOut();
        shop.Record(new("A1", "7", "2026-02-12"), new("A2", "7", "2026-05-20"));
        for (var day = TestShop.Day("2026-02-13"); day <= TestShop.Day("2026-03-20"); day = day.AddDays(1)) shop.Plan(day);

        shop.FollowUp("7", "win-back", "first").IdealOn.ShouldBe(TestShop.Day("2026-02-12").AddDays(45));
        shop.FollowUp("7", "repurchase").State.ShouldNotBe(FollowUpState.Cancelled);
    }

    [Theory, OnBothDatabases]
    public async Task An_order_dated_ahead_is_followed_up_when_its_day_comes(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-10"));
        shop.Plan("2026-03-02");
        shop.FollowUps("7").ShouldBeEmpty();
        for (var day = TestShop.Day("2026-03-03"); day <= TestShop.Day("2026-03-10"); day = day.AddDays(1)) shop.Plan(day);

        shop.FollowUp("7", "care-call").DueOn.ShouldBe(TestShop.Day("2026-03-15"));
    }

    [Theory, OnBothDatabases]
    public async Task A_server_that_slept_five_nights_loses_nothing_still_in_its_window(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.HoldNobodyOut();
        shop.Record(new("A1", "7", "2026-01-05"), new("A2", "8", "2026-01-10"));
        shop.Plan("2026-03-02");
        shop.Record(new TestLine("A3", "9", "2026-03-03"));
        shop.Plan("2026-03-08");

        shop.FollowUp("9", "care-call").DueOn.ShouldBe(TestShop.Day("2026-03-08"));
        shop.FollowUp("8", "after-sale", "month-3").IdealOn.ShouldBe(TestShop.Day("2026-04-10"));
        shop.FollowUps("9", plan: "thanks").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_did_in_time_expires(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Plan("2026-03-02");
        shop.Plan("2026-03-05");
        shop.FollowUp("7", "thanks").State.ShouldBe(FollowUpState.Planned);
        shop.Plan("2026-03-06");

        var thanks = shop.FollowUp("7", "thanks");
        (thanks.State, thanks.StateReason, thanks.ClosedOn).ShouldBe((FollowUpState.Expired, "window-over", TestShop.Day("2026-03-06")));
    }

    [Theory, OnBothDatabases]
    public async Task What_staff_have_seen_stays_even_when_something_stronger_comes(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStaff("李敏", capacity: 1);
        shop.RunOnly("thanks");
        shop.Record(new TestLine("A1", "7", "2026-03-01", Price: 10));
        shop.Plan("2026-03-01");
        var thanks = shop.FollowUp("7", "thanks");
        thanks.DueOn.ShouldBe(TestShop.Day("2026-03-02"));

        shop.Record(new TestLine("A2", "8", "2026-03-01", Price: 9000));
        shop.Plan("2026-03-02");

        shop.FollowUp("7", "thanks").DueOn.ShouldBe(thanks.DueOn);
        shop.FollowUp("8", "thanks").DueOn.ShouldBe(TestShop.Day("2026-03-03"));
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_switched_off_is_cancelled_and_switched_on_is_planned_again_in_the_same_rows(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Plan("2026-03-02");
        var before = shop.FollowUp("7", "care-call");

        shop.SetPlan("care-call", enabled: false);
        shop.Plan("2026-03-02").Cancelled.ShouldBe(1);
        var off = shop.FollowUp("7", "care-call");
        shop.SetPlan("care-call");
        shop.Plan("2026-03-03").ByPlan["care-call"].Created.ShouldBe(1);

        (off.State, off.StateReason).ShouldBe((FollowUpState.Cancelled, "plan-off"));
        shop.FollowUp("7", "care-call").ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_corrected_order_moves_the_window_with_it(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Plan("2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-02-27", Price: 300));
        shop.Plan("2026-03-02").Moved.ShouldBeGreaterThan(0);

        var call = shop.FollowUp("7", "care-call");
        (call.IdealOn, call.LatestOn, call.DueOn).ShouldBe((TestShop.Day("2026-03-04"), TestShop.Day("2026-03-07"), TestShop.Day("2026-03-07")));
        call.Reason.English.ShouldBe("Day 5 after the order of 27 Feb 2026.");
        call.Stake.English.ShouldContain("CNY 260.00 ×");
    }

    [Theory, OnBothDatabases]
    public async Task Steps_that_the_plans_no_longer_have_are_cancelled(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "7", "2026-03-02"));
        shop.Plan("2026-03-02");
        shop.Session.Execute("UPDATE follow_up SET plan = 'nine-touch' WHERE plan = 'care-call'");
        shop.Session.Execute("UPDATE planning_run SET plans = 'other'");

        shop.Plan("2026-03-02").ByPlan["nine-touch"].Cancelled.ShouldBe(1);
        shop.FollowUp("7", "nine-touch").State.ShouldBe(FollowUpState.Cancelled);
    }
}
