using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>What is planned already: how much, and on which days of which stores. Reading it fills the calendar's load book.</summary>
/// <param name="Planned">How many follow-ups.</param>
/// <param name="StoreDays">Each store's days with any, by day number.</param>
internal sealed record PlannedLoad(long Planned, IReadOnlySet<(long Store, int Day)> StoreDays)
{
    public static PlannedLoad Read(DatabaseSession session, PlanningCalendar calendar)
    {
        var planned = 0L;
        var storeDays = new SortedSet<(long, int)>();
        // Each of the two is answered by an index alone; together they would fetch every row.
        using (var rows = session.Read("SELECT assignee_id, due_on, count(*) FROM follow_up WHERE state = 'planned' GROUP BY assignee_id, due_on"))
            while (rows.Next())
            {
                var count = rows.Long(2);
                planned += count;
                if (rows.LongOrNull(0) is { } person) Book(calendar, person, rows.Day(1).DayNumber, count);
            }
        using (var rows = session.Read("SELECT store_id, due_on FROM follow_up WHERE state = 'planned' GROUP BY store_id, due_on"))
            while (rows.Next()) storeDays.Add((rows.Long(0), rows.Day(1).DayNumber));
        return new PlannedLoad(planned, storeDays);
    }

    /// <summary>Only the load of those who could be given the work of some customers.</summary>
    /// <param name="touched">Table of the customers.</param>
    public static void ReadFor(DatabaseSession session, PlanningCalendar calendar, string touched)
    {
        using var rows = session.Read($"""
            SELECT assignee_id, due_on, count(*) FROM follow_up WHERE state = 'planned' AND assignee_id IN (
                SELECT c.owner_id FROM customer c JOIN {touched} t ON t.customer_id = c.customer_id
                UNION SELECT f.assignee_id FROM follow_up f JOIN {touched} t ON t.customer_id = f.customer_id
                UNION SELECT s.id FROM staff s WHERE s.store_id IN (
                    SELECT c.store_id FROM customer c JOIN {touched} t ON t.customer_id = c.customer_id
                    UNION SELECT o.store_id FROM customer_order o JOIN {touched} t ON t.customer_id = o.customer_id))
            GROUP BY assignee_id, due_on
            """);
        while (rows.Next()) Book(calendar, rows.Long(0), rows.Day(1).DayNumber, rows.Long(2));
    }

    private static void Book(PlanningCalendar calendar, long person, int day, long count)
    {
        if (calendar.PersonOf(person) is >= 0 and var index) calendar.Load.Add(index, day, (int)count);
    }
}
