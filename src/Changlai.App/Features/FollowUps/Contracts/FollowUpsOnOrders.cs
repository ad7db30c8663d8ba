using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Contracts;

/// <summary>Marks customers whose orders changed, so that the next run looks at them.</summary>
internal sealed class FollowUpsOnOrders(TimeProvider time) : IOrdersRecorded
{
    private const string Heard = "heard_customer";

    public void OrdersRecorded(DatabaseSession session, IReadOnlyCollection<long> customerIds)
    {
        session.CreateTemporaryTable(Heard, "customer_id bigint");
        using (var insert = session.Insert(Heard, "customer_id"))
        {
            foreach (var customer in customerIds) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Execute($"""
            INSERT INTO planning_due (customer_id, since) SELECT customer_id, @now FROM {Heard} WHERE true
            ON CONFLICT (customer_id) DO UPDATE SET since = excluded.since
            """, ("now", time.GetUtcNow()));
        session.Execute($"DROP TABLE {Heard}");
    }
}
