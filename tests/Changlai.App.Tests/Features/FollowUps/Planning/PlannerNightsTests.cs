using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>Two shops of some sixty customers lived through night after night: people buy, return, complain, are called, do not answer.</summary>
public sealed class PlannerNightsTests
{
    private const int Nights = 36;
    private const int Customers = 60;

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    public async Task Night_after_night_the_plan_keeps_the_policy_and_a_second_run_changes_nothing(DatabaseKind kind, int seed)
    {
        await using var shop = await OpenAsync(kind, new Random(seed));
        var random = new Random(seed + 100);
        var kept = new HashSet<(long, string, string, string)>();
        for (var night = 0; night < Nights; night++)
        {
            // The server sleeps for five nights in between.
            if (night is < 12 or > 16)
            {
                shop.Plan(shop.Today);
                var stored = shop.Everything();
                var again = shop.Plan(shop.Today);
                (again.Created, again.Moved, again.Cancelled, again.HeldOut, again.NotPlaced).ShouldBe((0, 0, 0, 0, 0), $"night {night}");
                shop.Everything().ShouldBe(stored);
                KeepsThePolicy(shop);
                if (night % 5 == 4) FindsWhatAFullPlanFinds(shop);
            }
            LiveADay(shop, random);
            var rows = Keys(shop);
            rows.IsSupersetOf(kept).ShouldBeTrue("a follow-up once written is never deleted");
            kept = rows;
            shop.Time.Advance(TimeSpan.FromDays(1));
        }
        var states = shop.FollowUps().CountBy(row => row.State).ToDictionary();
        foreach (var state in new[] { FollowUpState.Planned, FollowUpState.Done, FollowUpState.Skipped, FollowUpState.Cancelled, FollowUpState.Expired, FollowUpState.HeldOut, FollowUpState.NotPlaced })
            states.ShouldContainKey(state);
    }

    private static async Task<TestShop> OpenAsync(DatabaseKind kind, Random random)
    {
        var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.AddStore("二店", closedWeekdays: 1);
        shop.AddProduct("cup", 0);
        shop.AddProduct("salve", 14);
        foreach (var name in new[] { "李敏", "王芳" }) shop.AddStaff(name, capacity: 3, weekdays: 0b011_1110);
        shop.AddStaff("赵云", capacity: 2, store: 2);
        shop.SetPlan("win-back", holdout: 20);
        shop.Close("2026-03-15");
        shop.Record(Enumerable.Range(0, 240).Select(i => Line(shop, random, $"H{i}", -random.Next(220))));
        for (var customer = 0; customer < Customers; customer++)
            if (random.Next(3) == 0) shop.Session.Execute("UPDATE customer SET preferred_weekdays = @days WHERE external_number = @number", ("days", random.Next(128)), ("number", $"{customer}"));
        return shop;
    }

    private static TestLine Line(TestShop shop, Random random, string order, int daysFromToday) => new(order, $"{random.Next(Customers)}",
        shop.Today.AddDays(daysFromToday).ToString("yyyy-MM-dd"), random.Next(3) switch { 0 => "cup", 1 => "salve", _ => "tea" },
        random.Next(8) == 0 ? -1 : random.Next(1, 4), random.Next(0, 40) * 10, random.Next(3) == 0 ? "二店" : "一店",
        random.Next(6) == 0 ? "王芳" : null);

    private static void LiveADay(TestShop shop, Random random)
    {
        // Some orders arrive days late, some are dated ahead; now and then one is corrected.
        shop.Record(Enumerable.Range(0, 4).Select(i => Line(shop, random, random.Next(7) == 0 ? $"H{random.Next(240)}" : $"{shop.Today:MMdd}-{i}", random.Next(-9, 3))));
        if (random.Next(6) == 0) shop.Close(shop.Today.AddDays(random.Next(4, 20)).ToString("yyyy-MM-dd"), store: 2);
        if (random.Next(12) == 0) shop.Session.Execute("UPDATE staff SET daily_capacity = @capacity WHERE name = '李敏'", ("capacity", random.Next(1, 5)));
        var recorder = new OutcomeRecorder(shop.Time);
        foreach (var row in shop.FollowUps(state: FollowUpState.Planned).Where(row => row.DueOn <= shop.Today).ToList())
        {
            if (random.Next(4) == 0) continue;
            var outcome = Outcome.All[random.Next(12) switch { < 5 => 0, < 8 => 1, 8 => 2, 9 => 5, 10 => random.Next(3, 5), _ => 6 }];
            shop.InTransaction(() => recorder.Record(shop.Session, new OutcomeRequest(row.CustomerId, row.Id, outcome.Code, 1, $"{row.Id} {shop.Today}",
                shop.Time.GetUtcNow().AddDays(random.Next(1, 25)))));
        }
    }

    private static void KeepsThePolicy(TestShop shop)
    {
        var closed = ClosedDays(shop);
        var rows = shop.FollowUps().ToList();
        foreach (var customer in rows.GroupBy(row => row.CustomerId)) KeepsThePolicy(shop, [.. customer], closed);

        var heldOut = rows.Where(row => row.State == FollowUpState.HeldOut);
        heldOut.ShouldAllBe(row => row.DueOn == null && row.Outcome == null);
        foreach (var day in rows.Where(row => row.State == FollowUpState.Planned && row.DueOn > shop.Today && row.StaffId != null && !IsAgreed(row)).GroupBy(row => (row.StaffId, row.DueOn)))
            day.Count().ShouldBeLessThanOrEqualTo(4, $"{day.Key}");
    }

    private static void KeepsThePolicy(TestShop shop, List<FollowUpView> rows, HashSet<(string, DateOnly)> closed)
    {
        var planned = rows.Where(row => row.State == FollowUpState.Planned && row.DueOn > shop.Today && !IsAgreed(row)).ToList();
        var agreed = rows.Where(row => row.State == FollowUpState.Planned && IsAgreed(row)).Select(row => (Day: row.DueOn!.Value.DayNumber, Content(row)));
        var late = rows.Where(row => row.State == FollowUpState.Planned && row.DueOn <= shop.Today && !IsAgreed(row)).Select(row => (Day: row.DueOn!.Value.DayNumber, Content(row)));
        var done = rows.Where(row => Outcome.Find(row.Outcome)?.Spoke == true).Select(row => (Day: row.ClosedOn!.Value.DayNumber, Content(row)));
        (int Day, string Content)[] others = [.. agreed, .. late, .. done];
        foreach (var row in planned)
        {
            var day = row.DueOn!.Value;
            closed.ShouldNotContain((row.Store, day));
            (day >= row.EarliestOn && day <= row.LatestOn).ShouldBeTrue($"{row.Plan} {day}");
            (int Day, string Content)[] all = [.. others, .. planned.Where(other => other != row).Select(other => (other.DueOn!.Value.DayNumber, Content(other)))];
            all.ShouldAllBe(other => Math.Abs(other.Day - day.DayNumber) >= 3);
            all.ShouldAllBe(other => other.Content != Content(row) || Math.Abs(other.Day - day.DayNumber) >= 30);
            Enumerable.Range(day.DayNumber - 6, 7).ShouldAllBe(start => all.Count(other => other.Day >= start && other.Day < start + 7) < 2);
        }
    }

    /// <summary>On a copy that is thrown away: planning everyone anew finds no occasion that the nights have missed.</summary>
    private static void FindsWhatAFullPlanFinds(TestShop shop)
    {
        var before = Keys(shop);
        shop.Session.Begin();
        shop.Session.Execute("DELETE FROM planning_run");
        new App.Features.FollowUps.Planning.Planner(shop.Session, shop.Time).Run(shop.Today);
        Keys(shop).Except(before).ShouldBeEmpty();
        shop.Session.Rollback();
    }

    private static HashSet<(long, string, string, string)> Keys(TestShop shop) => [.. shop.FollowUps().Select(row => (row.CustomerId, row.Plan, row.Step, row.Occasion))];

    /// <summary>Agreed for a moment, or tried before: kept whatever comes.</summary>
    private static bool IsAgreed(FollowUpView row) => row.CallBackAt is not null || row.Attempts > 0;

    private static string Content(FollowUpView row) => row.StepOf!.Content;

    private static HashSet<(string, DateOnly)> ClosedDays(TestShop shop)
    {
        var closed = new HashSet<(string, DateOnly)>();
        using (var rows = shop.Session.Read("SELECT s.name, d.day FROM store_closed_day d JOIN store s ON s.id = d.store_id"))
            while (rows.Next()) closed.Add((rows.Text(0), rows.Day(1)));
        using (var rows = shop.Session.Read("SELECT name, closed_weekdays FROM store"))
            while (rows.Next())
                for (var day = shop.Today; day < shop.Today.AddDays(80); day = day.AddDays(1))
                    if (Weekdays.FromBits(rows.Int(1)).Contains(day)) closed.Add((rows.Text(0), day));
        return closed;
    }
}
