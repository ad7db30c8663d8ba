using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Marks customers whose card has changed, for the next sweep to look at them. New ones need no mark: their numbers lie behind the last one looked at.</summary>
internal sealed class DuplicateDue(TimeProvider time) : ICustomersChanged
{
    private const string Heard = "changed_card";

    public void CustomersChanged(DatabaseSession session, IReadOnlyCollection<long> customerIds) => Mark(session, customerIds, time.GetUtcNow());

    public static void Mark(DatabaseSession session, IReadOnlyCollection<long> customerIds, DateTimeOffset now)
    {
        session.CreateTemporaryTable(Heard, "customer_id bigint");
        using (var insert = session.Insert(Heard, "customer_id"))
        {
            foreach (var customer in customerIds) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Execute($"""
            INSERT INTO duplicate_due (customer_id, since) SELECT DISTINCT customer_id, @now FROM {Heard} WHERE true
            ON CONFLICT (customer_id) DO UPDATE SET since = excluded.since
            """, ("now", now));
        session.Execute($"DROP TABLE {Heard}");
    }
}
