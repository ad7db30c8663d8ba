using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>
/// The placement against a slow one written from the policy's words: occasions are gone through from the strongest, and each one's
/// legal days are found by trying every day against everything placed before it.
/// </summary>
public sealed class PlacementTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_strongest_has_its_choice_of_the_legal_days_and_what_has_none_is_left_out(int seed)
    {
        var shop = new RandomShop(seed);
        var slow = new SlowPlacement(shop);

        foreach (var item in FromTheStrongest(shop))
        {
            var legal = slow.LegalDays(item);
            if (item.Fate == ItemFate.NotPlaced) legal.ShouldBeEmpty();
            else
            {
                legal.ShouldContain(item.Day);
                slow.Book(item);
            }
        }
        shop.Board.Items.Count(item => item.Fate == ItemFate.NotPlaced).ShouldBeGreaterThan(0);
        shop.Board.Items.Count(item => item.Fate == ItemFate.Placed).ShouldBeGreaterThan(20);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_preferred_weekday_is_taken_whenever_one_is_legal(int seed)
    {
        var shop = new RandomShop(seed);
        var slow = new SlowPlacement(shop);

        foreach (var item in FromTheStrongest(shop).Where(item => item.Fate == ItemFate.Placed))
        {
            var preferred = Weekdays.FromBits(shop.Board.Customers[item.Customer].PreferredWeekdays);
            var legal = slow.LegalDays(item);
            if (shop.Plans.Steps[item.Step].Step.Channel.IsPhone && legal.Exists(day => preferred.Contains(DateOnly.FromDayNumber(day))))
                preferred.Contains(DateOnly.FromDayNumber(item.Day)).ShouldBeTrue();
            slow.Book(item);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Nobody_is_given_more_than_they_can_do_nor_what_is_another_store_s(int seed)
    {
        var shop = new RandomShop(seed);
        var placed = shop.Board.Items.Where(item => item.Fate == ItemFate.Placed && item.Person >= 0).ToList();

        foreach (var day in placed.GroupBy(item => (item.Person, item.Day)))
            day.Count().ShouldBeLessThanOrEqualTo(shop.Calendar.Load.Capacity(day.Key.Person, day.Key.Day));
        foreach (var item in placed)
        {
            var customer = shop.Board.Customers[item.Customer];
            if (customer.Owner == item.Person) continue;
            shop.Calendar.People[item.Person].StoreId.ShouldBe(shop.Calendar.Stores[customer.Store].Id);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_same_facts_give_the_same_plan(int seed)
    {
        static IEnumerable<object> Plan(int seed) => new RandomShop(seed).Board.Items.Select(item => (object)(item.Day, item.Person, item.Fate, item.Reason));

        Plan(seed).ShouldBe(Plan(seed));
    }

    private static IEnumerable<BoardItem> FromTheStrongest(RandomShop shop) => shop.Board.Items
        .OrderByDescending(item => item.Strength)
        .ThenBy(item => shop.Plans.Steps[item.Step].WindowAt(item.AnchorOn).Latest)
        .ThenBy(item => item.Customer).ThenBy(item => item.Step).ThenBy(item => item.Occasion.Id);

    private sealed class SlowPlacement
    {
        private readonly RandomShop shop;
        private readonly ILookup<int, (int Day, int Content)> before;
        private readonly List<BoardItem> booked = [];

        public SlowPlacement(RandomShop shop)
        {
            this.shop = shop;
            // The board's list of taken days ends with what has been placed; what was there before comes first.
            var placed = shop.Board.Items.Count(item => item.Fate == ItemFate.Placed);
            var contacts = new List<(int Customer, int Day, int Content)>();
            for (var customer = 0; customer < shop.Board.Customers.Count; customer++)
                for (var at = shop.Board.Customers[customer].FirstTaken; at >= 0; at = shop.Board.TakenDays[at].Next)
                    if (at < shop.Board.TakenDays.Count - placed) contacts.Add((customer, shop.Board.TakenDays[at].Day, shop.Board.TakenDays[at].Content));
            before = contacts.ToLookup(contact => contact.Customer, contact => (contact.Day, contact.Content));
        }

        public void Book(BoardItem item) => booked.Add(item);

        public List<int> LegalDays(BoardItem item)
        {
            var customer = shop.Board.Customers[item.Customer];
            var step = shop.Plans.Steps[item.Step];
            var ideal = item.AnchorOn + step.Step.OffsetDays;
            (int Day, int Content)[] contacts =
                [.. before[item.Customer], .. booked.Where(other => other.Customer == item.Customer).Select(other => (other.Day, shop.Plans.Steps[other.Step].Content))];
            return [.. Enumerable.Range(ideal - step.Step.DaysBefore, step.Step.DaysBefore + step.Step.DaysAfter + 1)
                .Where(day => day >= RandomShop.Today && IsOpen(customer.Store, day) && IsKind(contacts, day, step.Content) && SomebodyCan(customer, day))];
        }

        private bool IsOpen(int store, int day) =>
            shop.Calendar.Stores[store].Days.Contains(DateOnly.FromDayNumber(day));

        /// <summary>At least three days apart, at most two in any seven, the same words once in thirty.</summary>
        private static bool IsKind((int Day, int Content)[] contacts, int day, int content) =>
            contacts.All(other => Math.Abs(other.Day - day) >= 3)
            && contacts.All(other => other.Content != content || Math.Abs(other.Day - day) >= 30)
            && Enumerable.Range(day - 6, 7).All(start => contacts.Count(other => other.Day >= start && other.Day < start + 7) < 2);

        private bool SomebodyCan(BoardCustomer customer, int day)
        {
            if (customer.Owner >= 0 && shop.Calendar.People[customer.Owner].DailyCapacity > 0) return Can(customer.Owner, day);
            var colleagues = Enumerable.Range(0, shop.Calendar.People.Count)
                .Where(person => shop.Calendar.People[person].StoreId == shop.Calendar.Stores[customer.Store].Id && shop.Calendar.People[person].DailyCapacity > 0).ToList();
            return colleagues.Count == 0 || colleagues.Exists(person => Can(person, day));
        }

        private bool Can(int person, int day)
        {
            var one = shop.Calendar.People[person];
            return one.WorkingWeekdays.Contains(DateOnly.FromDayNumber(day)) && (one.StoreId is not { } store || IsOpen((int)store - 1, day))
                && booked.Count(other => other.Person == person && other.Day == day) < one.DailyCapacity;
        }
    }
}
