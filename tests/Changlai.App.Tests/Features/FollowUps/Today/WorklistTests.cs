using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Features.FollowUps.Today;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Today;

public sealed class WorklistTests
{
    [Theory, OnBothDatabases]
    public async Task My_list_holds_mine_and_what_nobody_of_my_store_has_the_strongest_first(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var (lin, chen) = (shop.AddStaff("林", 10), shop.AddStaff("陈", 10));
        Thank(shop, 6);
        Give(shop, "1", lin);
        Give(shop, "2", lin);
        Give(shop, "3", chen);
        Give(shop, "4", null);
        Give(shop, "5", null, shop.AddStore("二店"));
        Give(shop, "6", lin, due: shop.Today.AddDays(1));

        var list = Read(shop, Mine(lin));

        list.Entries.Select(entry => entry.Customer).ShouldBe(["4", "2", "1"]);
        list.Left.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Pages_follow_on_one_another_without_gap_or_repetition(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        Thank(shop, 7, sameValue: true);
        var seen = new List<long>();
        WorklistMark? after = null;
        do
        {
            var page = Worklist.Read(shop.Session, Everyone(null), shop.Today, after, size: 3);
            page.Entries.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Entries.Select(entry => entry.CustomerId));
            after = WorklistMark.Parse(page.Next?.ToString());
        }
        while (after is not null);

        seen.Count.ShouldBe(7);
        seen.ShouldBeUnique();
    }

    [Theory, OnBothDatabases]
    public async Task The_list_of_every_store_takes_the_strongest_of_all_its_days(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var (lin, second) = (shop.AddStaff("林", 10), shop.AddStore("二店"));
        Thank(shop, 9);
        foreach (var (number, person, store, daysLate) in new (int, long?, long, int)[]
            { (1, lin, 1, 3), (2, null, second, 1), (3, null, 1, 0), (4, lin, second, 3), (5, null, 1, 0), (6, lin, 1, -1), (7, null, second, 0), (8, lin, 1, 0), (9, lin, second, 0) })
            Give(shop, $"{number}", person, store == 1 ? TestShop.Store : store, shop.Today.AddDays(-daysLate));

        Pages(shop, Everyone(null)).ShouldBe(["9", "8", "7", "5", "4", "3", "2", "1"]);
        Pages(shop, new WorklistScope(WorklistKind.Nobody, 0, null)).ShouldBe(["7", "5", "3", "2"]);
        var list = Read(shop, Everyone(null));
        (list.Left, list.Late).ShouldBe((8, 3));

        Reach(shop, "9", lin);
        (Read(shop, Everyone(null)) is { Left: 7, DoneToday: 1 } now ? now.Entries[0].Customer : null).ShouldBe("8", "what was done is off everybody's list at once");
    }

    [Theory, OnBothDatabases]
    public async Task The_list_counts_what_is_left_late_and_done_today(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var lin = shop.AddStaff("林", 10);
        Thank(shop, 3);
        Give(shop, "1", lin, due: shop.Today.AddDays(-1));
        Give(shop, "2", lin);
        Give(shop, "3", lin);
        Reach(shop, "3", lin);

        var list = Read(shop, Mine(lin));

        (list.Left, list.Late, list.DoneToday).ShouldBe((2, 1, 1));
        list.NextDueOn.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task With_nothing_left_the_next_day_is_named(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        Read(shop, Everyone(null)).EverPlanned.ShouldBeFalse();
        Thank(shop, 1);

        var list = Read(shop, Everyone(null));

        (list.Left, list.EverPlanned, list.NextDueOn).ShouldBe((0, true, TestShop.Day("2026-03-03")));
    }

    [Fact]
    public void Staff_see_their_own_whatever_they_ask_for()
    {
        var scope = WorklistScope.Of(new Viewer(3, "林", StaffRole.Staff, 1), staff: "all", store: 2);
        (scope.Kind, scope.StaffId, scope.StoreId).ShouldBe((WorklistKind.Mine, 3L, (long?)1));
    }

    [Fact]
    public void A_manager_asks_for_anyone_but_only_of_the_own_store()
    {
        var manager = new Viewer(2, "沈", StaffRole.Manager, 1);
        WorklistScope.Of(manager, "all", store: 9).ShouldBe(new WorklistScope(WorklistKind.Everyone, 0, 1));
        WorklistScope.Of(manager, "7", store: null).ShouldBe(new WorklistScope(WorklistKind.Person, 7, 1));
        WorklistScope.Of(manager, null, store: null).ShouldBe(new WorklistScope(WorklistKind.Mine, 2, 1));
    }

    [Fact]
    public void The_head_office_begins_with_everyone_of_every_store() =>
        WorklistScope.Of(new Viewer(1, "顾", StaffRole.HeadOffice, null), null, null).ShouldBe(new WorklistScope(WorklistKind.Everyone, 0, null));

    [Theory, OnBothDatabases]
    public async Task A_follow_up_of_another_store_is_not_there_for_staff(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        Thank(shop, 1);
        var row = shop.FollowUp("1", "thanks");

        FollowUpAccess.StoreOf(shop.Session, new Viewer(5, "陈", StaffRole.Staff, TestShop.Store), row.CustomerId, row.Id).ShouldBe(TestShop.Store);
        FollowUpAccess.StoreOf(shop.Session, new Viewer(5, "陈", StaffRole.Staff, 99), row.CustomerId, row.Id).ShouldBeNull();
        FollowUpAccess.StoreOf(shop.Session, new Viewer(5, "顾", StaffRole.HeadOffice, null), row.CustomerId, row.Id).ShouldBe(TestShop.Store);
        FollowUpAccess.StoreOf(shop.Session, new Viewer(5, "顾", StaffRole.HeadOffice, null), row.CustomerId, row.Id + 1000).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task At_hand_are_the_last_orders_with_products_contacts_and_open_complaints(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var lin = shop.AddStaff("林", 10);
        shop.Record(new TestLine("A1", "1", "2026-01-05", "cup", 1, 30), new TestLine("A2", "1", "2026-03-02", Quantity: 2, Price: 100));
        shop.Plan("2026-03-03");
        Record(shop, "1", lin, "complained", "茶受潮了");

        var hand = AtHand.Read(shop.Session, shop.IdOf("1"));

        hand.Orders.Select(order => (order.On, order.TotalMinor, order.Products[0].Name)).ShouldBe([(TestShop.Day("2026-03-02"), 20000, "tea"), (TestShop.Day("2026-01-05"), 3000, "cup")]);
        hand.Purchases!.TotalMinor.ShouldBe(23000);
        hand.Contacts.Single().ShouldBe(new ContactAtHand(shop.Today, "sms", "complained", null, "茶受潮了", "林"));
        hand.Complaints.Single().Words.ShouldBe("茶受潮了");
    }

    [Theory, OnBothDatabases]
    public async Task The_team_shows_each_persons_load_and_reach(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var (lin, chen) = (shop.AddStaff("林", 10), shop.AddStaff("陈", 10));
        Thank(shop, 4);
        Give(shop, "1", lin, due: shop.Today.AddDays(-1));
        Give(shop, "2", lin);
        Give(shop, "3", lin);
        Give(shop, "4", chen);
        Reach(shop, "3", lin);
        Record(shop, "4", chen, "no-answer", null);

        var team = Team.Read(shop.Session, new Viewer(99, "店长", StaffRole.Manager, TestShop.Store), shop.Today);

        team.Members.Single(member => member.Id == lin).ShouldBe(new TeamMember(lin, "林", "一店", 10, Left: 2, Late: 1, DoneToday: 1, Tries: 1, Spoken: 1));
        team.Members.Single(member => member.Id == chen).ShouldBe(new TeamMember(chen, "陈", "一店", 10, Left: 0, Late: 0, DoneToday: 1, Tries: 1, Spoken: 0));
    }

    [Theory, OnBothDatabases]
    public async Task A_large_team_comes_in_pages_without_gap_or_repetition(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-03");
        var second = shop.AddStore("二店");
        var expected = Enumerable.Range(0, 70).Select(number => shop.AddStaff($"员工{number % 7}", 10, store: number % 2 == 0 ? TestShop.Store : second)).ToHashSet();

        var seen = new List<TeamMember>();
        for (Team? page = Team.Read(shop.Session, new Viewer(99, "顾", StaffRole.HeadOffice, null), shop.Today); page is not null; page = page.Next is { } next ? Team.Read(shop.Session, new Viewer(99, "顾", StaffRole.HeadOffice, null), shop.Today, next) : null)
        {
            page.Members.Count.ShouldBeLessThanOrEqualTo(30);
            seen.AddRange(page.Members);
        }

        seen.Select(member => member.Id).ShouldBe(expected, ignoreOrder: true);
        seen.Select(member => member.Store).ShouldBe(seen.Select(member => member.Store).OrderBy(store => store == "一店" ? 0 : 1));
    }

    private static WorklistScope Mine(long staff) => new(WorklistKind.Mine, staff, TestShop.Store);

    private static WorklistScope Everyone(long? store) => new(WorklistKind.Everyone, 0, store);

    private static Worklist Read(TestShop shop, WorklistScope scope) => Worklist.Read(shop.Session, scope, shop.Today, null);

    private static List<string> Pages(TestShop shop, WorklistScope scope)
    {
        var seen = new List<string>();
        WorklistMark? after = null;
        do
        {
            var page = Worklist.Read(shop.Session, scope, shop.Today, after, size: 2);
            seen.AddRange(page.Entries.Select(entry => entry.Customer));
            after = page.Next;
        }
        while (after is not null);
        return seen;
    }

    /// <summary>Customers 1, 2, … each bought on 2 March, each for more than the one before, and are to be thanked on the 3rd.</summary>
    private static void Thank(TestShop shop, int customers, bool sameValue = false)
    {
        shop.Record(Enumerable.Range(1, customers).Select(number => new TestLine($"A{number}", $"{number}", "2026-03-02", Price: sameValue ? 100 : 100 * number)));
        shop.Plan(shop.Today);
    }

    private static void Give(TestShop shop, string customer, long? person, long store = TestShop.Store, DateOnly? due = null) => shop.Session.Execute(
        $"UPDATE follow_up SET assignee_id = {(person is null ? "NULL" : "@person")}, store_id = @store, due_on = @due WHERE customer_id = @customer AND plan = 'thanks'",
        ("person", person), ("store", store), ("due", due ?? shop.Today), ("customer", shop.IdOf(customer)));

    private static void Reach(TestShop shop, string customer, long staff) => Record(shop, customer, staff, Outcome.Reached.Code, null);

    private static void Record(TestShop shop, string customer, long staff, string outcome, string? note)
    {
        var row = shop.FollowUp(customer, "thanks");
        var result = OutcomeEndpoints.Take(shop.Session, shop.Time, new OutcomeRequest(row.CustomerId, row.Id, outcome, staff, $"key {customer}", Note: note));
        result.IsTaken.ShouldBeTrue(result.Said.English);
    }
}
