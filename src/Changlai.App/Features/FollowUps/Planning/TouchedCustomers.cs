using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>
/// Collects into one temporary table the customers a night's run has to look at: those something happened to, those whose
/// occasion enters the horizon, and of those who wait for a free place as many as places have become free.
/// </summary>
internal sealed class TouchedCustomers(DatabaseSession session, ActivePlans plans)
{
    public const string Table = "touched";
    private const string Listed = "touched_listed";

    public void Create()
    {
        session.CreateTemporaryTable(Table, "customer_id bigint PRIMARY KEY");
    }

    public void Add(IReadOnlyCollection<long> customers)
    {
        if (customers.Count == 0) return;
        session.CreateTemporaryTable(Listed, "customer_id bigint");
        using (var insert = session.Insert(Listed, "customer_id"))
        {
            foreach (var customer in customers) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Execute($"INSERT INTO {Table} SELECT customer_id FROM {Listed} WHERE true ON CONFLICT DO NOTHING");
        session.Execute($"DROP TABLE {Listed}");
    }

    /// <summary>Takes over the marks left since the last run. They go before anything is read, so a mark set later waits for the next run.</summary>
    public void AddThoseSomethingHappenedTo()
    {
        session.Execute($"INSERT INTO {Table} SELECT customer_id FROM planning_due WHERE true ON CONFLICT DO NOTHING");
        session.Execute($"DELETE FROM planning_due WHERE customer_id IN (SELECT customer_id FROM {Table})");
    }

    /// <summary>
    /// Orders of the days since the last run's day: dated ahead, or past for a run that looked further back. And customers with
    /// orders after the day planned for: their summaries tell of a later day, so they are worked out anew.
    /// </summary>
    public void AddThoseWithOrdersAfter(int lastDay) => session.Execute(
        $"INSERT INTO {Table} SELECT DISTINCT customer_id FROM customer_order WHERE ordered_on > @day ON CONFLICT DO NOTHING",
        ("day", DateOnly.FromDayNumber(lastDay)));

    /// <param name="afterIdeal">Day number of the last horizon's end.</param>
    /// <param name="lastIdeal">Day number of this horizon's end.</param>
    public void AddThoseEntering(int afterIdeal, int lastIdeal)
    {
        foreach (var step in plans.Steps.Where(step => step.Enabled))
        {
            var (table, column) = step.Plan.Trigger switch
            {
                Trigger.OrderPlaced => ("customer_order", "ordered_on"),
                Trigger.NextPurchaseNear => ("order_summary", "next_purchase_on"),
                Trigger.Silent => ("order_summary", "silent_on"),
                Trigger.NeedMet => ("customer_need", "met_on"),
                _ => throw new InvalidOperationException("Unknown trigger."),
            };
            var offset = step.Step.OffsetDays;
            session.Execute(
                $"INSERT INTO {Table} SELECT DISTINCT customer_id FROM {table} WHERE {column} > @after AND {column} <= @until ON CONFLICT DO NOTHING",
                ("after", DateOnly.FromDayNumber(afterIdeal - offset)), ("until", DateOnly.FromDayNumber(lastIdeal - offset)));
        }
    }

    /// <summary>Those whose planned day has become impossible: the store closes, the person is off, has left, or can do less.</summary>
    public void AddThoseWhoseDayIsGone(PlanningCalendar calendar, PlannedLoad booked, int today, int lastDay)
    {
        foreach (var (store, day) in booked.StoreDays)
            if (day > today && calendar.StoreOf(store) is >= 0 and var index && !calendar.IsOpen(index, day)) Add("store_id = @who AND due_on = @day", store, day);
        for (var person = 0; person < calendar.People.Count; person++)
        {
            if (calendar.People[person].DailyCapacity == 0) Add("assignee_id = @who AND due_on > @day", calendar.People[person].Id, 0);
            else
                for (var day = today + 1; day <= lastDay; day++)
                    if (calendar.Load.Load(person, day) > calendar.Load.Capacity(person, day))
                        Add("assignee_id = @who AND due_on = @day", calendar.People[person].Id, day);
        }
    }

    /// <summary>Those who wait for a free place, where somebody has one inside their window; by id, each once.</summary>
    public static List<long> Waiting(DatabaseSession session, PlanningCalendar calendar, int today, int lastDay)
    {
        var places = new FreePlaces(calendar, today, lastDay);
        if (!places.Any) return [];
        var found = new SortedSet<long>();
        void Look(Rows rows)
        {
            while (rows.Next())
                if (places.Has(rows.LongOrNull(2), rows.Long(1), rows.Day(3).DayNumber, rows.Day(4).DayNumber)) found.Add(rows.Long(0));
        }
        const string columns = "f.customer_id, f.store_id, f.assignee_id, f.earliest_on, f.latest_on";
        const string waits = "f.state = 'not-placed' AND f.state_reason = 'capacity'";
        // SQLite has the rows of one file at hand: in their order all of them are read sooner than the right ones one by one.
        if (session.IsSqlite)
        {
            using var all = session.Read($"SELECT {columns} FROM follow_up f WHERE {waits} ORDER BY f.customer_id");
            Look(all);
            return [.. found];
        }
        // Of the half million who may wait, those whose window is over before the first free day are not even sent.
        places.WriteFirst(session);
        using (var rows = session.Read($"""
            SELECT {columns} FROM {FreePlaces.OfPeople} p CROSS JOIN follow_up f WHERE {waits} AND f.assignee_id = p.id AND f.latest_on >= p.free_from
            UNION ALL
            SELECT {columns} FROM follow_up f CROSS JOIN {FreePlaces.OfStores} s WHERE {waits} AND (f.assignee_id IS NULL OR f.assignee_id NOT IN (SELECT id FROM {FreePlaces.OfPeople}))
                AND s.id = f.store_id AND f.latest_on >= s.free_from
            """))
            Look(rows);
        session.Execute($"DROP TABLE {FreePlaces.OfPeople}");
        session.Execute($"DROP TABLE {FreePlaces.OfStores}");
        return [.. found];
    }

    private void Add(string where, long who, int day) => session.Execute(
        $"INSERT INTO {Table} SELECT DISTINCT customer_id FROM follow_up WHERE state = 'planned' AND {where} ON CONFLICT DO NOTHING",
        ("who", who), ("day", DateOnly.FromDayNumber(day)));

    public long Count() => session.Scalar<long>($"SELECT count(*) FROM {Table}");
}
