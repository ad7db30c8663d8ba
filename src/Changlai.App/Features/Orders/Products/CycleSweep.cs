using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Products;

/// <summary>
/// After a product's cycle changed: how long orders with it last, when their customers are expected again, and the word to
/// whoever plans. It walks the customers in batches, each a transaction of its own that says how far it came, so that it can
/// stop anywhere and nobody waits long for SQLite's one writer.
/// </summary>
internal sealed class CycleSweep(IEnumerable<IOrdersRecorded> listeners, SweepSignal signal) : ISweep
{
    private const string Changed = "changed_supply";

    /// <summary>Customers of one batch.</summary>
    public const int BatchSize = 2_000;

    public string Name => "product-cycles";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>Has the product's orders worked out anew; asked again on the way, it begins again.</summary>
    /// <param name="tellsAll">Whether everybody who has it is planned anew, whatever their dates say: plans may be for who bought its category.</param>
    public static void Ask(DatabaseSession session, long productId, DateTimeOffset now, bool tellsAll = false) => session.Execute("""
        INSERT INTO product_recalculation (product_id, done_until, since, tells_all) VALUES (@product, 0, @now, @all)
        ON CONFLICT (product_id) DO UPDATE SET done_until = 0, since = excluded.since, tells_all = product_recalculation.tells_all OR excluded.tells_all
        """, ("product", productId), ("now", now), ("all", tellsAll));

    public static bool IsAt(DatabaseSession session, long productId) =>
        session.Scalar<long>("SELECT count(*) FROM product_recalculation WHERE product_id = @product", ("product", productId)) > 0;

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        var any = false;
        while (!stopping.IsCancellationRequested && RunBatch(session)) any = true;
        if (any) signal.RunSoon();
    }

    /// <returns>False when nothing is left to do.</returns>
    public bool RunBatch(DatabaseSession session)
    {
        session.Begin();
        session.LockInTransaction(OrderLock.Name);
        var (product, after, tellsAll) = (0L, 0L, false);
        using (var rows = session.Read("SELECT product_id, done_until, tells_all FROM product_recalculation ORDER BY since, product_id LIMIT 1"))
            if (rows.Next()) (product, after, tellsAll) = (rows.Long(0), rows.Long(1), rows.Flag(2));
        if (product == 0)
        {
            session.Rollback();
            return false;
        }
        var last = session.Scalar<long>(
            $"SELECT coalesce(max(customer_id), 0) FROM (SELECT customer_id FROM order_summary WHERE customer_id > @after ORDER BY customer_id LIMIT {BatchSize}) b",
            ("after", after));
        if (last == 0) session.Execute("DELETE FROM product_recalculation WHERE product_id = @product", ("product", product));
        else
        {
            Refresh(session, product, after, last);
            if (tellsAll) Tell(session, Buyers(session, product, after, last));
            session.Execute("UPDATE product_recalculation SET done_until = @last WHERE product_id = @product", ("last", last), ("product", product));
        }
        session.Commit();
        return true;
    }

    private void Refresh(DatabaseSession session, long product, long after, long last)
    {
        var changed = Supplies(session, product, after, last).Where(order => order.Days != order.StoredDays || order.ProductId != order.StoredProductId).ToList();
        if (changed.Count == 0) return;
        session.CreateTemporaryTable(Changed, "customer_id bigint, id bigint, days bigint, product_id bigint");
        using (var insert = session.Insert(Changed, "customer_id", "id", "days", "product_id"))
        {
            foreach (var order in changed)
                insert.Add(order.CustomerId).Add(order.OrderId).Add(order.Days == 0 ? null : (long?)order.Days).Add(order.ProductId == 0 ? (long?)null : order.ProductId).EndRow();
            insert.Complete();
        }
        session.Analyze(Changed);
        session.Execute($"""
            UPDATE customer_order SET supply_days = c.days, supply_product_id = c.product_id FROM {Changed} c
            WHERE customer_order.customer_id = c.customer_id AND customer_order.id = c.id
            """);
        session.Execute($"DROP TABLE {Changed}");
        var customers = new SortedSet<long>(changed.Select(order => order.CustomerId));
        OrderSummaries.Refresh(session, customers, ordersChanged: false);
        Tell(session, customers);
    }

    private void Tell(DatabaseSession session, IReadOnlyCollection<long> customers)
    {
        if (customers.Count == 0) return;
        foreach (var listener in listeners) listener.OrdersRecorded(session, customers);
    }

    private static List<long> Buyers(DatabaseSession session, long product, long after, long last)
    {
        var buyers = new List<long>();
        using var rows = session.Read(
            "SELECT DISTINCT customer_id FROM order_line WHERE customer_id > @after AND customer_id <= @last AND product_id = @product", ("after", after), ("last", last), ("product", product));
        while (rows.Next()) buyers.Add(rows.Long(0));
        return buyers;
    }

    /// <summary>What the orders that hold the product should say; another product of theirs may last the longest now.</summary>
    private static List<Supply> Supplies(DatabaseSession session, long product, long after, long last)
    {
        var supplies = new List<Supply>();
        var main = new MainSupply();
        Supply? current = null;
        void Close()
        {
            if (current is { } order) supplies.Add(order with { ProductId = main.Found.ProductId, Days = main.Found.Days });
            main = new MainSupply();
        }
        using var rows = session.Read("""
            SELECT o.customer_id, o.id, coalesce(o.supply_days, 0), coalesce(o.supply_product_id, 0), l.product_id, l.amount_minor, l.quantity_milli,
                coalesce(p.repurchase_days, p.sessions * p.session_interval_days, 0)
            FROM customer_order o JOIN order_line l ON l.customer_id = o.customer_id AND l.order_id = o.id JOIN product p ON p.id = l.product_id
            WHERE o.customer_id > @after AND o.customer_id <= @last AND o.kind = 'order'
                AND EXISTS (SELECT 1 FROM order_line x WHERE x.customer_id = o.customer_id AND x.order_id = o.id AND x.product_id = @product)
            ORDER BY o.customer_id, o.id, l.line
            """, ("after", after), ("last", last), ("product", product));
        while (rows.Next())
        {
            if (current is null || current.CustomerId != rows.Long(0) || current.OrderId != rows.Long(1))
            {
                Close();
                current = new Supply(rows.Long(0), rows.Long(1), rows.Int(2), rows.Long(3), 0, 0);
            }
            if (rows.Int(7) > 0) main.Add(new RecordingProduct(rows.Long(4), null, rows.Int(7)), rows.Long(5), rows.Long(6));
        }
        Close();
        return supplies;
    }

    private sealed record Supply(long CustomerId, long OrderId, int StoredDays, long StoredProductId, int Days, long ProductId);
}
