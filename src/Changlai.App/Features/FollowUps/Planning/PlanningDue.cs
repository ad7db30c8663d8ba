using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>The marks of customers that the next run must look at.</summary>
internal static class PlanningDue
{
    private const string Heard = "heard_customer";

    public static void Mark(DatabaseSession session, IReadOnlyCollection<long> customerIds, DateTimeOffset now)
    {
        session.CreateTemporaryTable(Heard, "customer_id bigint");
        using (var insert = session.Insert(Heard, "customer_id"))
        {
            foreach (var customer in customerIds.Distinct()) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Analyze(Heard);
        FollowUpUndo.Keep(session, Heard);
        session.Execute($"""
            INSERT INTO planning_due (customer_id, since) SELECT customer_id, @now FROM {Heard} WHERE true
            ON CONFLICT (customer_id) DO UPDATE SET since = excluded.since
            """, ("now", now));
        session.Execute($"DROP TABLE {Heard}");
    }
}
