using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>How full the coming days are: what is planned, and what the people who work on that day can do.</summary>
internal static class LoadOutlook
{
    /// <param name="storeId">Only this store; null for all.</param>
    public static IReadOnlyList<LoadDay> Read(DatabaseSession session, long? storeId, DateOnly today, Func<DateOnly, string> href)
    {
        var counts = Counts(session, storeId, today);
        var calendar = PlanningCalendarReading.Read(session, today.DayNumber, PlanFigures.Days);
        var stores = Enumerable.Range(0, calendar.Stores.Count).Where(store => storeId is null || calendar.Stores[store].Id == storeId).ToArray();
        var people = Enumerable.Range(0, calendar.People.Count).Where(person => storeId is null || calendar.People[person].StoreId == storeId).ToArray();
        var hasPeople = people.Any(person => calendar.People[person].DailyCapacity > 0);
        return [.. Enumerable.Range(0, PlanFigures.Days).Select(offset =>
        {
            var day = today.AddDays(offset);
            return new LoadDay(day, counts.GetValueOrDefault(day), hasPeople ? people.Sum(person => calendar.Load.Capacity(person, day.DayNumber)) : null,
                IsClosed: stores.Length > 0 && !Array.Exists(stores, store => calendar.IsOpen(store, day.DayNumber)), href(day));
        })];
    }

    /// <summary>What is late weighs on today.</summary>
    private static Dictionary<DateOnly, int> Counts(DatabaseSession session, long? storeId, DateOnly today)
    {
        var counts = new Dictionary<DateOnly, int>();
        using var rows = session.Read($"""
            SELECT due_on, count(*) FROM follow_up
            WHERE state = 'planned' AND store_id {(storeId is null ? "IN (SELECT id FROM store)" : "= @store")} AND due_on <= @until GROUP BY due_on
            """, ("store", storeId), ("until", today.AddDays(PlanFigures.Days - 1)));
        while (rows.Next())
        {
            var day = rows.Day(0) < today ? today : rows.Day(0);
            counts[day] = counts.GetValueOrDefault(day) + (int)rows.Long(1);
        }
        return counts;
    }
}
