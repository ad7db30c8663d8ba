using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>
/// The list of every store, read day by day: an index has the strongest of a day first, so that of many thousands only a page
/// from each day is looked at. There are few days: what is late is given up when its window is over.
/// </summary>
internal sealed class DaysDue(DatabaseSession session, WorklistScope scope)
{
    private readonly List<(DateOnly Day, long Count)> days = [];

    public long Left => days.Sum(day => day.Count);

    public long LateOn(DateOnly today) => days.Where(day => day.Day < today).Sum(day => day.Count);

    private string Planned => scope.Kind == WorklistKind.Nobody ? "state = 'planned' AND assignee_id IS NULL" : "state = 'planned'";

    /// <summary>Steps from day to day, which an index answers each time.</summary>
    public void Count(DateOnly today)
    {
        using var rows = session.Read($"""
            WITH RECURSIVE days (day) AS (
                SELECT (SELECT min(due_on) FROM follow_up WHERE {Planned} AND due_on <= @today)
                UNION ALL
                SELECT (SELECT min(due_on) FROM follow_up WHERE {Planned} AND due_on > days.day AND due_on <= @today) FROM days WHERE days.day IS NOT NULL)
            SELECT days.day, (SELECT count(*) FROM follow_up WHERE {Planned} AND due_on = days.day) FROM days WHERE days.day IS NOT NULL
            """, ("today", today));
        while (rows.Next()) days.Add((rows.Day(0), rows.Long(1)));
    }

    public List<FollowUpView> Page(WorklistMark? after, int size)
    {
        var entries = new List<FollowUpView>(size);
        if (days.Count == 0) return entries;
        const string order = "ORDER BY strength DESC, customer_id, id";
        var from = after is null ? "" : "AND strength <= @strength AND (strength < @strength OR customer_id > @customer OR (customer_id = @customer AND id > @id))";
        var strongest = days.Select((_, index) =>
            $"SELECT * FROM (SELECT customer_id, id, strength FROM follow_up WHERE {Planned} AND due_on = @day{index} {from} {order} LIMIT {size}) day{index}");
        (string, object?)[] place = after is null ? [] : [("strength", after.Strength), ("customer", after.CustomerId), ("id", after.Id)];
        using var rows = session.Read($"""
            SELECT {FollowUpQuery.Columns} FROM (SELECT customer_id, id FROM ({string.Join("\nUNION ALL ", strongest)}) due {order} LIMIT {size}) k
            JOIN follow_up f ON f.customer_id = k.customer_id AND f.id = k.id {FollowUpQuery.Joins}
            ORDER BY f.strength DESC, f.customer_id, f.id
            """, [.. days.Select((day, index) => ($"day{index}", (object?)day.Day)), .. place]);
        while (rows.Next()) entries.Add(FollowUpQuery.View(rows));
        return entries;
    }
}
