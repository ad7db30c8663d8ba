using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Handover;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Handover;

public sealed class HandoverTests
{
    private const string Monday = "2026-03-02";
    private static readonly Viewer HeadOffice = new(99, "顾", StaffRole.HeadOffice, null);

    [Theory, OnBothDatabases]
    public async Task Customers_and_their_open_follow_ups_go_together_and_the_planner_is_told(DatabaseKind kind)
    {
        await using var shop = await Shop(kind);
        var followUps = shop.Session.Scalar<int>("SELECT count(*) FROM follow_up WHERE state = 'planned' AND assignee_id = 1");
        followUps.ShouldBeGreaterThan(3);

        var (id, along) = HandOver(shop, new HandoverRule(1, false, null, null, null, [2]));

        along.ShouldBe(followUps);
        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE owner_id = 1").ShouldBe(0);
        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE owner_id = 2").ShouldBe(4);
        shop.Session.Scalar<int>("SELECT count(*) FROM follow_up WHERE state = 'planned' AND assignee_id = 1").ShouldBe(0);
        shop.Session.Scalar<int>("SELECT count(*) FROM planning_due").ShouldBe(4);
        shop.Session.Scalar<int>("SELECT count(*) FROM customer_event WHERE kind = 'owner' AND words = '王敏' AND staff_id = 99").ShouldBe(4);
        shop.Session.Scalar<int>("SELECT count(*) FROM handover_customer WHERE handover_id = @id", ("id", id)).ShouldBe(4);
        shop.Plan(Monday);
        shop.Session.Scalar<int>("SELECT count(*) FROM follow_up WHERE state = 'planned' AND assignee_id = 1").ShouldBe(0, "the planner leaves them with the new owner");
    }

    [Theory, OnBothDatabases]
    public async Task Several_share_evenly_and_by_hand_one_goes_where_somebody_says(DatabaseKind kind)
    {
        await using var shop = await Shop(kind);
        shop.AddStaff("周杰", capacity: 20);
        var first = shop.IdOf("N1");
        HandOver(shop, new HandoverRule(1, false, null, null, null, [2, 3]), new Dictionary<long, long> { [first] = 3 });
        shop.Session.Scalar<long>("SELECT owner_id FROM customer WHERE customer_id = @id", ("id", first)).ShouldBe(3);
        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE owner_id = 2").ShouldBeInRange(1, 3);
        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE owner_id IN (2, 3)").ShouldBe(4);
    }

    [Theory, OnBothDatabases]
    public async Task With_a_new_owner_in_another_store_the_customer_moves_there_and_is_found_there(DatabaseKind kind)
    {
        await using var shop = await Shop(kind);
        var second = shop.AddStore("二店");
        var taker = shop.AddStaff("周杰", capacity: 20, store: second);
        HandOver(shop, new HandoverRule(1, false, null, null, null, [taker]));

        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE store_id = @store", ("store", second)).ShouldBe(4);
        shop.Session.Scalar<int>("SELECT count(*) FROM follow_up WHERE state = 'planned' AND store_id <> @store", ("store", second)).ShouldBe(0);
        new CustomerFinder(shop.Session, CustomerScope.OfStores(second), []).Find("客户1", 5).Count.ShouldBe(1);
        new CustomerFinder(shop.Session, CustomerScope.OfStores(TestShop.Store), []).Find("客户1", 5).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_rule_of_tier_and_store_takes_those_alone(DatabaseKind kind)
    {
        await using var shop = await Shop(kind);
        shop.Set("N2", "tier", "gold");
        Preview(shop, new HandoverRule(1, false, null, "gold", null, [2]), HeadOffice).Customers.ShouldBe(1);
        Preview(shop, new HandoverRule(null, false, TestShop.Store, null, null, [2]), HeadOffice).Customers.ShouldBe(4);
        Preview(shop, new HandoverRule(null, false, TestShop.Store, null, "home/浙江省", [2]), HeadOffice).Customers.ShouldBe(0);
        shop.Set("N3", "region", "home/浙江省/杭州市");
        shop.Set("N4", "region", "home/浙江省外");
        Preview(shop, new HandoverRule(null, false, TestShop.Store, null, "home/浙江省", [2]), HeadOffice).Customers.ShouldBe(1);
        var second = shop.AddStore("二店");
        Preview(shop, new HandoverRule(1, false, null, null, null, [2]), new Viewer(98, "店长", StaffRole.Manager, second)).Customers.ShouldBe(0, "a manager reaches no further than the store");
    }

    [Theory, OnBothDatabases]
    public async Task Undone_within_a_day_all_are_back_except_who_has_gone_on_since(DatabaseKind kind)
    {
        await using var shop = await Shop(kind);
        var (id, _) = HandOver(shop, new HandoverRule(1, false, null, null, null, [2]));
        shop.AddStaff("周杰", capacity: 20);
        shop.Set("N4", "owner_id", 3L);
        shop.Plan(Monday);
        var writer = new HandoverWriter(shop.Session, [new FollowUpsOnHandover()], [new FollowUpsOnCustomers(shop.Time)], shop.Time);
        writer.MayUndo(StoredHandover.Find(shop.Session, HeadOffice, id)!).ShouldBeTrue();

        shop.InTransaction(() => writer.Undo(StoredHandover.Find(shop.Session, HeadOffice, id)!, 99)).ShouldBe(3);

        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE owner_id = 1").ShouldBe(3);
        shop.Session.Scalar<int>("SELECT count(*) FROM customer WHERE owner_id = 3").ShouldBe(1);
        shop.Session.Scalar<int>("SELECT count(*) FROM follow_up f JOIN customer c ON c.customer_id = f.customer_id WHERE f.state = 'planned' AND c.owner_id = 1 AND f.assignee_id <> 1").ShouldBe(0);
        writer.MayUndo(StoredHandover.Find(shop.Session, HeadOffice, id)!).ShouldBeFalse("it is undone");

        var (late, _) = HandOver(shop, new HandoverRule(1, false, null, null, null, [2]));
        shop.GoTo("2026-03-04");
        writer.MayUndo(StoredHandover.Find(shop.Session, HeadOffice, late)!).ShouldBeFalse("a day is over");
    }

    private static HandoverPreview Preview(TestShop shop, HandoverRule rule, Viewer viewer) => shop.InTransaction(() =>
    {
        var desk = new HandoverDesk(shop.Session, viewer, [new FollowUpsOnHandover()]);
        return desk.Fill(rule, new HandoverDesk(shop.Session, HeadOffice, []).People(), new Dictionary<long, long>());
    });

    private static (long Id, int Along) HandOver(TestShop shop, HandoverRule rule, Dictionary<long, long>? byHand = null) => shop.InTransaction(() =>
    {
        IHandoverPart[] parts = [new FollowUpsOnHandover()];
        HandoverWriter.TakeLocks(shop.Session, parts);
        var desk = new HandoverDesk(shop.Session, HeadOffice, parts);
        desk.Fill(rule, desk.People(), byHand ?? []);
        return new HandoverWriter(shop.Session, parts, [new FollowUpsOnCustomers(shop.Time)], shop.Time).HandOver(rule, HeadOffice);
    });

    /// <summary>Two people, four customers of the first, each with an order and what is planned after it.</summary>
    private static async Task<TestShop> Shop(DatabaseKind kind)
    {
        var shop = await TestShop.OpenAsync(kind, Monday);
        shop.HoldNobodyOut();
        shop.AddStaff("李敏", capacity: 20);
        shop.AddStaff("王敏", capacity: 20);
        for (var i = 1; i <= 4; i++) shop.Register(MergingShop.CardOf($"N{i}", $"客户{i}", $"+861380013800{i}", owner: 1));
        shop.Record(Enumerable.Range(1, 4).Select(i => new TestLine($"O{i}", $"N{i}", "2026-03-01")));
        shop.Plan(Monday);
        return shop;
    }
}
