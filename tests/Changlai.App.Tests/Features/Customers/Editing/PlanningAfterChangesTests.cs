using Changlai.App.Features.Customers.Consent;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
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
    public async Task A_change_that_decides_nothing_marks_nobody(DatabaseKind kind)
    {
        await using var shop = await ShopAsync(kind);
        Change(shop, details => details with { Occupation = "教师" });
        shop.Session.Scalar<long>("SELECT count(*) FROM planning_due").ShouldBe(0);
    }

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
