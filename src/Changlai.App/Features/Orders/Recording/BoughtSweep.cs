using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Works out who has bought what for those whose orders changed, in batches, each a transaction of its own.</summary>
internal sealed class BoughtSweep : ISweep
{
    private const string Batch = "bought_batch";

    /// <summary>Customers of one batch: a tenth of a second in which nobody else can write to SQLite.</summary>
    public const int BatchSize = 5_000;

    public string Name => "bought-products";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && RunBatch(session, BatchSize))
        {
        }
    }

    /// <returns>False when nobody is left.</returns>
    public static bool RunBatch(DatabaseSession session, int size)
    {
        session.Begin();
        // Orders that are being recorded now are noted by their own transaction, and wait for the next batch.
        session.LockInTransaction(OrderLock.Name);
        session.CreateTemporaryTable(Batch, "customer_id bigint PRIMARY KEY");
        var found = session.Execute($"INSERT INTO {Batch} SELECT customer_id FROM {BoughtProducts.Due} ORDER BY customer_id LIMIT {size}");
        if (found > 0)
        {
            session.Analyze(Batch);
            session.Execute($"DELETE FROM {BoughtProducts.Table} WHERE customer_id IN (SELECT customer_id FROM {Batch})");
            session.Execute($"""
                INSERT INTO {BoughtProducts.Table} (customer_id, product_id)
                SELECT DISTINCT l.customer_id, l.product_id FROM {Batch} b CROSS JOIN order_line l WHERE l.customer_id = b.customer_id ORDER BY l.customer_id, l.product_id
                """);
            session.Execute($"DELETE FROM {BoughtProducts.Due} WHERE customer_id IN (SELECT customer_id FROM {Batch})");
        }
        session.Execute($"DROP TABLE {Batch}");
        session.Commit();
        return found == size;
    }
}
