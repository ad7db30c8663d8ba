using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Orders.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>Stores, people, customers and orders drawn from a seed, expanded and placed without a database.</summary>
internal sealed class RandomShop
{
    public const int Today = 740_000;
    public const int Horizon = 35;
    private const int Stores = 3;
    private readonly Random random;

    public RandomShop(int seed)
    {
        random = new Random(seed);
        var stores = Enumerable.Range(0, Stores).Select(store => new PlanningStore(store + 1, "CNY", new StoreDays(Weekdays.FromBits(random.Next(4) == 0 ? 1 << random.Next(7) : 0),
            Enumerable.Range(0, random.Next(6)).Select(_ => DateOnly.FromDayNumber(Today + random.Next(60))).ToHashSet(), new HashSet<DateOnly>()))).ToList();
        // Two stores share a handful of people, some of whom have no time; the third has none.
        var people = Enumerable.Range(0, 6).Select(person => new PlanningPerson(person + 1, random.Next(5) == 0 ? null : 1 + random.Next(Stores - 1),
            Weekdays.FromBits(random.Next(128)), random.Next(4))).ToList();
        Calendar = new PlanningCalendar(stores, people, Today, Horizon + 32);
        for (var customer = 0; customer < 150; customer++) AddCustomer(customer);
        new Placement(Board, Calendar, Plans, ContactPolicy.Default, Today).Run();
    }

    public ActivePlans Plans { get; } = ActivePlans.Defaults;

    public PlanningCalendar Calendar { get; }

    public PlanningBoard Board { get; } = new();

    private void AddCustomer(int index)
    {
        Board.Customers.Add(new BoardCustomer
        {
            Id = index + 1,
            Store = random.Next(Stores),
            Owner = random.Next(3) == 0 ? -1 : random.Next(Calendar.People.Count),
            PreferredWeekdays = (byte)(random.Next(2) == 0 ? 0 : random.Next(128)),
            FirstTaken = -1,
        });
        for (var contact = random.Next(3); contact > 0; contact--) Board.Take(index, Today - random.Next(40), random.Next(10));

        var facts = new CustomerFacts { Id = index + 1 };
        for (var order = 0; order <= random.Next(5); order++)
            facts.History.Add(new OrderFact((index * 10) + order + 1, Today - random.Next(random.Next(2) == 0 ? 30 : 200), random.Next(1, 400) * 100, random.Next(1, 200) * 100, random.Next(3) * 30, false, 0));
        var candidates = new List<Candidate>();
        new Expansion(Plans).Expand(facts, Today, Today + Horizon, candidates);
        foreach (var candidate in candidates)
            Board.Items.Add(new BoardItem
            {
                Customer = index,
                Step = candidate.Step,
                Occasion = candidate.Occasion,
                AnchorOn = candidate.AnchorOn,
                Value = candidate.Value,
                // Few different strengths, so that ties are common.
                Strength = Plans.Steps[candidate.Step].Plan.Priority * (candidate.Value.Minor / 5000),
                Stored = -1,
                Day = -1,
                Person = -1,
            });
    }
}
