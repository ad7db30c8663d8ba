using Changlai.Core.Calendars;
using Changlai.Core.Planning;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>A store as the planner needs it.</summary>
internal sealed record PlanningStore(long Id, string Currency, StoreDays Days);

/// <summary>A person who does follow-ups.</summary>
internal sealed record PlanningPerson(long Id, long? StoreId, Weekdays WorkingWeekdays, int DailyCapacity)
{
    /// <summary>By day number: what they can do on days on which they are off, or there for a part only.</summary>
    public IReadOnlyDictionary<int, int> Exceptions { get; init; } = NoExceptions;

    private static readonly Dictionary<int, int> NoExceptions = [];

    public int CapacityOn(int day)
    {
        if (!WorkingWeekdays.Contains(DateOnly.FromDayNumber(day).DayOfWeek)) return 0;
        return Exceptions.TryGetValue(day, out var left) ? Math.Min(left, DailyCapacity) : DailyCapacity;
    }
}

/// <summary>Which stores are open and who can do how much, on each day the planner may use.</summary>
internal sealed class PlanningCalendar
{
    private readonly bool[] open;
    private readonly int days;
    private readonly Dictionary<long, int> storeIndex = [];
    private readonly Dictionary<long, int> personIndex = [];

    public PlanningCalendar(IReadOnlyList<PlanningStore> stores, IReadOnlyList<PlanningPerson> people, int firstDay, int days)
    {
        Stores = stores;
        People = people;
        FirstDay = firstDay;
        this.days = days;
        open = new bool[stores.Count * days];
        for (var store = 0; store < stores.Count; store++)
        {
            storeIndex[stores[store].Id] = store;
            for (var day = 0; day < days; day++)
                open[store * days + day] = stores[store].Days.Contains(DateOnly.FromDayNumber(firstDay + day));
        }
        PeopleOfStore = stores.Select(store =>
            Enumerable.Range(0, people.Count).Where(person => people[person].StoreId == store.Id && people[person].DailyCapacity > 0).ToArray()).ToArray();
        for (var person = 0; person < people.Count; person++) personIndex[people[person].Id] = person;
        Load = new LoadBook(people.Count, firstDay, days, (person, day) =>
            IsOpenForPerson(people[person], day) ? people[person].CapacityOn(day) : 0);
    }

    public int FirstDay { get; }

    public IReadOnlyList<PlanningStore> Stores { get; }

    public IReadOnlyList<PlanningPerson> People { get; }

    /// <summary>For each store the people who share what belongs to nobody in particular.</summary>
    public IReadOnlyList<int[]> PeopleOfStore { get; }

    public LoadBook Load { get; }

    public bool IsOpen(int store, int day) => open[store * days + Math.Clamp(day - FirstDay, 0, days - 1)];

    public int StoreOf(long id) => storeIndex.GetValueOrDefault(id, -1);

    public int PersonOf(long id) => personIndex.GetValueOrDefault(id, -1);

    private bool IsOpenForPerson(PlanningPerson person, int day) =>
        person.StoreId is not { } store || StoreOf(store) is var index && (index < 0 || IsOpen(index, day));
}
