using Changlai.App.Features.Customers.Consent;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.Customers.Editing;

/// <summary>What somebody changes on a card is obeyed by the next run of the planner.</summary>
public sealed class PlanningAfterChangesTests
{
    [Theory, OnBothDatabases]
    public async Task A_new_owner_gets_the_follow_ups(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var owner = shop.AddStaff("陈小红", capacity: 30);
        Change(shop, details => details with { OwnerId = owner });
        shop.Plan("2026-11-22");

        var planned = shop.FollowUps("C1", FollowUpState.Planned);
        planned.ShouldNotBeEmpty();
        planned.ShouldAllBe(row => row.StaffId == owner);
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_channel_cancels_what_was_planned_for_it_and_nothing_else(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        Wish(shop, new Wishes(Weekdays.None, null, null, ChannelSet.None, ChannelSet.Of(ContactChannel.Sms), false, null, [], false, "shop", "不要短信"));
        shop.Plan("2026-11-22");

        shop.FollowUps("C1", FollowUpState.Planned).ShouldNotBeEmpty();
        shop.FollowUps("C1", FollowUpState.Planned).ShouldAllBe(row => row.Channel != "sms");
        var cancelled = shop.FollowUps("C1", FollowUpState.Cancelled);
        cancelled.ShouldNotBeEmpty();
        cancelled.ShouldAllBe(row => row.Channel == "sms" && row.StateReason == "channel-refused");
    }

    [Theory, OnBothDatabases]
    public async Task Who_asks_to_be_left_alone_is_planned_no_more(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        Wish(shop, new Wishes(Weekdays.None, null, null, ChannelSet.None, ChannelSet.None, false, "搬走了", [], false, "phone", "别再打了"));
        shop.Plan("2026-11-22");
        shop.FollowUps("C1", FollowUpState.Planned).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Whatever_a_segment_can_ask_of_a_card_marks_the_customer_when_it_changes(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        var field = CustomerFields.Define(shop.Session, new CustomerField(0, FieldType.Text, new("肤质", "Skin"), false, false, null, null, null, 0, false, 1));
        foreach (var change in (Func<CustomerDetails, CustomerDetails>[])
        [
            card => card with { Occupation = "教师" }, card => card with { Tags = ["怕冷"] }, card => card with { Values = new Dictionary<long, FieldValue> { [field] = new(Text: "干") } },
            card => card with { Addresses = [new(null, "浙江省", "杭州市", null, null)] }, card => card with { Kind = "partner" }, card => card with { Name = "王芳" },
            card => card with { Emails = ["a@example.test"] }, card => card with { Numbers = [new("会员卡", "1")] },
        ])
        {
            shop.Session.Execute("DELETE FROM planning_due");
            Change(shop, change);
            shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(1);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_card_saved_as_it_was_marks_nobody(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        Change(shop, details => details with { });
        shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_plan_for_a_segment_takes_whom_a_new_tag_brings_in_and_leaves_whom_it_takes_out(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        Change(shop, details => details with { Tags = ["老客"] });
        var tag = shop.Session.Scalar<long>("SELECT id FROM tag WHERE name = '老客'").ToString();
        var segment = SegmentStore.Add(shop.Session, "老客", true, new SegmentGroup(GroupMatch.All, [new SegmentCondition("customer.tags", "any-of", [tag])]), 1, shop.Time.GetUtcNow());
        shop.SetPlan("care-call");
        shop.Session.Execute("UPDATE plan_setting SET segment_id = @segment WHERE plan = 'care-call'", ("segment", segment));
        PlanForSegments(shop);
        shop.FollowUp("C1", "care-call").State.ShouldBe(FollowUpState.Planned);

        Change(shop, details => details with { Tags = [] });
        PlanForSegments(shop);
        shop.FollowUp("C1", "care-call").StateReason.ShouldBe("not-in-audience");

        Change(shop, details => details with { Tags = ["老客"] });
        PlanForSegments(shop);
        shop.FollowUp("C1", "care-call").State.ShouldBe(FollowUpState.Planned);
    }

    private static void PlanForSegments(TestShop shop) => shop.InTransaction(() => new Planner(shop.Session, shop.Time, TestFields.Membership(shop.Database)).Run(shop.Today));

    private static async Task<TestShop> ShopAsync(DatabaseKind kind)
    {
        var shop = await TestShop.OpenAsync(kind, "2026-11-22");
        shop.Record(new TestLine("A1", "C1", "2026-11-22"));
        shop.HoldNobodyOut();
        shop.Plan("2026-11-22");
        shop.FollowUps("C1", FollowUpState.Planned).ShouldContain(row => row.Channel == "sms");
        return shop;
    }

    private static void Change(TestShop shop, Func<CustomerDetails, CustomerDetails> change)
    {
        var stored = StoredCustomer.Read(shop.Session, shop.IdOf("C1"))!;
        shop.InTransaction(() => new CustomerWriter(shop.Session, [new FollowUpsOnCustomers(shop.Time)], shop.Time).Change(stored.Id, stored.Version, change(stored.Details), 1)).ShouldBeTrue();
    }

    private static void Wish(TestShop shop, Wishes wishes)
    {
        var stored = StoredCustomer.Read(shop.Session, shop.IdOf("C1"))!;
        shop.InTransaction(() => new WishWriter(shop.Session, [new FollowUpsOnCustomers(shop.Time)], shop.Time)
            .Change(stored.Id, stored.Version, wishes, ContactWishes.Read(shop.Session, stored.Id)!, 1, shop.Today)).ShouldBeTrue();
    }
}
