using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>On which days each person, and each store's people together, can still take something on.</summary>
internal sealed class FreePlaces
{
    public const string OfPeople = "free_place_of_person";
    public const string OfStores = "free_place_of_store";

    private readonly PlanningCalendar calendar;
    private readonly int today;
    private readonly int lastDay;

    /// <summary>Free days up to a day, counted: a window holds one when the counts at its ends differ.</summary>
    private readonly int[][] ofPerson;
    private readonly int[][] ofStore;

    public FreePlaces(PlanningCalendar calendar, int today, int lastDay)
    {
        (this.calendar, this.today, this.lastDay) = (calendar, today, lastDay);
        ofPerson = [.. Enumerable.Range(0, calendar.People.Count).Select(person => Count(day => calendar.Load.Free(person, day) > 0))];
        ofStore = [.. calendar.PeopleOfStore.Select(people => Count(day => Array.Exists(people, person => calendar.Load.Free(person, day) > 0)))];
        Any = Array.Exists(ofPerson, counts => counts[^1] > 0);
    }

    public bool Any { get; }

    /// <param name="personId">Whose it is; null, or somebody who no longer works here, for the store's people together.</param>
    /// <param name="storeId">The store it belongs to.</param>
    /// <param name="earliest">First day number of the window.</param>
    /// <param name="latest">Last day number of the window.</param>
    public bool Has(long? personId, long storeId, int earliest, int latest)
    {
        var person = personId is { } id ? calendar.PersonOf(id) : -1;
        var store = calendar.StoreOf(storeId);
        var counts = person >= 0 && calendar.People[person].DailyCapacity > 0 ? ofPerson[person] : store >= 0 ? ofStore[store] : null;
        if (counts is null) return false;
        var (from, until) = (Math.Max(earliest, today), Math.Min(latest, lastDay));
        return from <= until && counts[until - today + 1] > counts[from - today];
    }

    /// <summary>
    /// Puts the first free day of each person and each store into temporary tables; null where none is free. The places of
    /// whoever cannot take on anything are those of the store.
    /// </summary>
    public void WriteFirst(DatabaseSession session)
    {
        Write(session, OfPeople, Enumerable.Range(0, calendar.People.Count).Where(person => calendar.People[person].DailyCapacity > 0)
            .Select(person => (calendar.People[person].Id, First(ofPerson[person]))));
        Write(session, OfStores, Enumerable.Range(0, calendar.Stores.Count).Select(store => (calendar.Stores[store].Id, First(ofStore[store]))));
    }

    private static void Write(DatabaseSession session, string table, IEnumerable<(long Id, DateOnly? From)> days)
    {
        session.CreateTemporaryTable(table, "id bigint PRIMARY KEY, free_from date");
        using (var insert = session.Insert(table, "id", "free_from"))
        {
            foreach (var (id, from) in days.OrderBy(entry => entry.Id)) insert.Add(id).Add(from).EndRow();
            insert.Complete();
        }
        session.Analyze(table);
    }

    private DateOnly? First(int[] counts) => counts[^1] == 0 ? null : DateOnly.FromDayNumber(today + Array.FindIndex(counts, count => count > 0) - 1);

    private int[] Count(Func<int, bool> isFree)
    {
        var counts = new int[lastDay - today + 2];
        for (var day = today; day <= lastDay; day++) counts[day - today + 1] = counts[day - today] + (isFree(day) ? 1 : 0);
        return counts;
    }
}
