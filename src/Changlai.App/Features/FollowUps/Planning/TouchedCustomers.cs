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

    public void Create()
    {
        session.CreateTemporaryTable(Table, "customer_id bigint PRIMARY KEY");
    }

    public void Add(IReadOnlyList<long> customers)
    {
        foreach (var customer in customers)
            session.Execute($"INSERT INTO {Table} VALUES (@id) ON CONFLICT DO NOTHING", ("id", customer));
    }

    public void AddThoseSomethingHappenedTo() =>
        session.Execute($"INSERT INTO {Table} SELECT customer_id FROM planning_due WHERE true ON CONFLICT DO NOTHING");

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
                _ => throw new InvalidOperationException("Unknown trigger."),
            };
            var offset = step.Step.OffsetDays;
            session.Execute(
                $"INSERT INTO {Table} SELECT DISTINCT customer_id FROM {table} WHERE {column} > @after AND {column} <= @until ON CONFLICT DO NOTHING",
                ("after", DateOnly.FromDayNumber(afterIdeal - offset)), ("until", DateOnly.FromDayNumber(lastIdeal - offset)));
        }
    }

    /// <summary>For each person with free places, the strongest that wait for one.</summary>
    public void AddThoseWaiting(PlanningCalendar calendar, int today, int horizonEnd)
    {
        for (var person = 0; person < calendar.People.Count; person++)
        {
            var free = 0;
            for (var day = today; day <= horizonEnd; day++) free += calendar.Load.Free(person, day);
            if (free == 0) continue;
            session.Execute($"""
                INSERT INTO {Table} SELECT DISTINCT customer_id FROM (
                    SELECT customer_id FROM follow_up
                    WHERE assignee_id = @person AND state = 'not-placed' AND state_reason = 'capacity' AND latest_on >= @today
                    ORDER BY strength DESC LIMIT @free) w WHERE true ON CONFLICT DO NOTHING
                """, ("person", calendar.People[person].Id), ("today", DateOnly.FromDayNumber(today)), ("free", (long)free));
        }
    }

    public long Count() => session.Scalar<long>($"SELECT count(*) FROM {Table}");
}
