using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>How full the coming days are: what is planned, and what the people who work on that day can do.</summary>
internal static class LoadOutlook
{
    /// <param name="scope">Whose the reader may see; of whoever sees only their own customers, what they can do themselves.</param>
    public static IReadOnlyList<LoadDay> Read(DatabaseSession session, CustomerScope scope, DateOnly today, Func<DateOnly, string> href)
    {
        var counts = Counts(session, scope, today);
        var calendar = PlanningCalendarReading.Read(session, today.DayNumber, PlanFigures.Days);
        var stores = Enumerable.Range(0, calendar.Stores.Count).Where(store => scope.Owner is not null || scope.Includes(calendar.Stores[store].Id, null)).ToArray();
        var people = Enumerable.Range(0, calendar.People.Count).Where(person => scope.Owner is { } owner ? calendar.People[person].Id == owner : scope.Includes(calendar.People[person].StoreId, null)).ToArray();
        var hasPeople = people.Any(person => calendar.People[person].DailyCapacity > 0);
        return [.. Enumerable.Range(0, PlanFigures.Days).Select(offset =>
        {
            var day = today.AddDays(offset);
            return new LoadDay(day, counts.GetValueOrDefault(day), hasPeople ? people.Sum(person => calendar.Load.Capacity(person, day.DayNumber)) : null,
                IsClosed: stores.Length > 0 && !Array.Exists(stores, store => calendar.IsOpen(store, day.DayNumber)), href(day));
        })];
    }

    /// <summary>What is late weighs on today.</summary>
    private static Dictionary<DateOnly, int> Counts(DatabaseSession session, CustomerScope scope, DateOnly today)
    {
        var counts = new Dictionary<DateOnly, int>();
        using var rows = session.Read($"""
            SELECT f.due_on, count(*) FROM follow_up f
            WHERE f.state = 'planned' AND {(scope.IsAll ? "f.store_id IN (SELECT id FROM store)" : FollowUpScope.Where(scope))} AND f.due_on <= @until GROUP BY f.due_on
            """, [("until", today.AddDays(PlanFigures.Days - 1)), .. scope.Values]);
        while (rows.Next())
        {
            var day = rows.Day(0) < today ? today : rows.Day(0);
            counts[day] = counts.GetValueOrDefault(day) + (int)rows.Long(1);
        }
        return counts;
    }
}
