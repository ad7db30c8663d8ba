using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>Plans that are for a segment.</summary>
public sealed class PlanAudienceTests
{
    private static readonly SegmentGroup Gold = new(GroupMatch.All, [new SegmentCondition("customer.tier", "any-of", ["gold"])]);

    [Theory, OnBothDatabases]
    public async Task A_plan_takes_only_customers_of_its_segment_and_the_others_are_for_everybody(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        shop.Set("1", "tier", "gold");
        For(shop, "thanks", Gold);

        Plan(shop);

        shop.FollowUps(plan: "thanks").Select(row => row.CustomerId).ShouldBe([shop.IdOf("1")]);
        shop.FollowUps(plan: "care-call").Count.ShouldBe(2);
        Plan(shop).ShouldBe((0, 0, 0));
    }

    [Theory, OnBothDatabases]
    public async Task Choosing_changing_and_dropping_a_segment_plans_anew(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        shop.Set("1", "tier", "gold");
        Plan(shop);
        shop.FollowUps(plan: "care-call", state: FollowUpState.Planned).Count.ShouldBe(2);

        var segment = For(shop, "care-call", Gold);
        Plan(shop).Cancelled.ShouldBe(1);
        shop.FollowUp("2", "care-call").StateReason.ShouldBe("not-in-audience");

        SegmentStore.Change(shop.Session, segment, 1, "其他", true, new SegmentGroup(GroupMatch.None, [Gold]), 1, shop.Time.GetUtcNow()).ShouldBeTrue();
        Plan(shop);
        shop.FollowUps(plan: "care-call", state: FollowUpState.Planned).Select(row => row.CustomerId).ShouldBe([shop.IdOf("2")]);

        shop.Session.Execute("UPDATE plan_setting SET segment_id = NULL");
        Plan(shop);
        shop.FollowUps(plan: "care-call", state: FollowUpState.Planned).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task What_colleagues_were_shown_is_not_taken_away(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        Plan(shop);
        shop.GoTo("2026-03-03");
        Plan(shop);
        shop.FollowUps(plan: "thanks").ShouldAllBe(row => row.DueOn <= shop.Today);

        For(shop, "thanks", Gold);
        Plan(shop);

        shop.FollowUps(plan: "thanks").ShouldAllBe(row => row.State == FollowUpState.Planned);
    }

    [Theory, OnBothDatabases]
    public async Task An_outcome_plans_the_customer_by_the_segment_too(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        For(shop, "care-call", new SegmentGroup(GroupMatch.All, [new SegmentCondition("contacts.mood", "none-of", ["unhappy"])]));
        Plan(shop);
        shop.GoTo("2026-03-03");
        Plan(shop);
        shop.FollowUp("1", "care-call").State.ShouldBe(FollowUpState.Planned);

        var thanks = shop.FollowUp("1", "thanks");
        shop.InTransaction(() => new OutcomeRecorder(shop.Time, TestFields.Membership(shop.Database)).Record(shop.Session,
            new OutcomeRequest(thanks.CustomerId, thanks.Id, "reached", 1, "key", Mood: "unhappy"))).IsTaken.ShouldBeTrue();

        shop.FollowUp("1", "care-call").State.ShouldBe(FollowUpState.Cancelled);
        shop.FollowUp("2", "care-call").State.ShouldBe(FollowUpState.Planned);
    }

    [Theory, OnBothDatabases]
    public async Task Night_after_night_finds_whom_the_days_bring_into_the_segment(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(Enumerable.Range(0, 30).Select(i => new TestLine($"A{i}", $"{i}", shop.Today.AddDays(-i * 3).ToString("yyyy-MM-dd"))));
        For(shop, "after-sale", new SegmentGroup(GroupMatch.All, [new SegmentCondition("orders.last", "within-past", ["20"])]));
        For(shop, "repurchase", new SegmentGroup(GroupMatch.Any, [new SegmentCondition("orders.last", "longer-ago", ["20"]), new SegmentCondition("orders.silent", "yes", [])]));
        for (var night = 0; night < 25; night++)
        {
            // The server sleeps for some nights in between.
            if (night is < 8 or > 11)
            {
                Plan(shop);
                Plan(shop).ShouldBe((0, 0, 0), $"night {night}");
                FindsWhatAFullPlanFinds(shop);
            }
            shop.Time.Advance(TimeSpan.FromDays(1));
        }
        shop.FollowUps().Count(row => row.StateReason == "not-in-audience").ShouldBeGreaterThan(0, "somebody left the segment");
    }

    [Theory, OnBothDatabases]
    public async Task A_segment_that_cannot_be_asked_any_more_is_for_nobody(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        For(shop, "thanks", new SegmentGroup(GroupMatch.All, [new SegmentCondition("gone", "yes", [])]));
        Plan(shop);
        shop.FollowUps(plan: "thanks").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_planning_itself_writes_and_what_is_not_shared_cannot_say_whom_to_plan_for(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var segments = TestFields.Membership(shop.Database);
        SegmentStore.Add(shop.Session, "有回访的", true, new SegmentGroup(GroupMatch.All, [new SegmentCondition("follow-ups.any", "yes", [])]), 1, shop.Time.GetUtcNow());
        SegmentStore.Add(shop.Session, "自己的", false, Gold, 1, shop.Time.GetUtcNow());
        var gold = SegmentStore.Add(shop.Session, "金卡", true, Gold, 1, shop.Time.GetUtcNow());

        segments.Audiences(shop.Session).Select(segment => segment.Id).ShouldBe([gold]);
    }

    [Theory, OnBothDatabases]
    public async Task Explaining_says_who_is_not_in_the_segment(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        For(shop, "thanks", Gold);
        var explained = shop.InTransaction(() => new Planner(shop.Session, shop.Time, TestFields.Membership(shop.Database)).Explain(shop.IdOf("1"), shop.Today));
        explained.Occasions.Single(occasion => occasion.Plan == "thanks").WhyState.English.ShouldBe("The customer is not in the segment that the plan is for.");
    }

    private static async Task<TestShop> ShopAsync(DatabaseKind kind)
    {
        var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "1", "2026-03-02"), new TestLine("A2", "2", "2026-03-02"));
        return shop;
    }

    private static long For(TestShop shop, string plan, SegmentGroup rule)
    {
        var segment = SegmentStore.Add(shop.Session, "试", true, rule, 1, shop.Time.GetUtcNow());
        shop.SetPlan(plan);
        shop.Session.Execute("UPDATE plan_setting SET segment_id = @segment WHERE plan = @plan", ("segment", segment), ("plan", plan));
        return segment;
    }

    private static (int Created, int Moved, int Cancelled) Plan(TestShop shop)
    {
        var report = shop.InTransaction(() => new Planner(shop.Session, shop.Time, TestFields.Membership(shop.Database)).Run(shop.Today));
        return (report.Created, report.Moved, report.Cancelled);
    }

    /// <summary>On a copy that is thrown away: planning everyone anew takes the same occasions and no others.</summary>
    private static void FindsWhatAFullPlanFinds(TestShop shop)
    {
        var before = Open(shop);
        shop.Session.Begin();
        shop.Session.Execute("DELETE FROM planning_run");
        new Planner(shop.Session, shop.Time, TestFields.Membership(shop.Database)).Run(shop.Today);
        Open(shop).ShouldBe(before);
        shop.Session.Rollback();
    }

    private static List<string> Open(TestShop shop) =>
        [.. shop.FollowUps().Where(row => row.State is FollowUpState.Planned or FollowUpState.NotPlaced or FollowUpState.HeldOut).Select(row => $"{row.CustomerId} {row.Plan} {row.Step} {row.Occasion}").Order(StringComparer.Ordinal)];
}
