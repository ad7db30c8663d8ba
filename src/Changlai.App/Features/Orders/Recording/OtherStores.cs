using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Finds what a batch would change of stores other than the one it may change. Numbers are shared by all stores of a source.</summary>
internal static class OtherStores
{
    private const string Checked = "checked_number";
    private const string Asked = "checked_customer";

    /// <returns>Places of order numbers that are known as orders, or returned parts of orders, of another store.</returns>
    public static HashSet<int> NumbersIn(DatabaseSession session, OrderBatch batch, string source, long own)
    {
        var refused = new HashSet<int>();
        session.CreateTemporaryTable(Checked, "position bigint, number text");
        using (var insert = session.Insert(Checked, "position", "number"))
        {
            for (var i = 0; i < batch.OrderNumbers.Count; i++)
            {
                insert.Add((long)i).Add(batch.OrderNumbers[i]).EndRow();
                insert.Add((long)i).Add(batch.OrderNumbers[i] + BatchOrders.ReturnedPart).EndRow();
            }
            insert.Complete();
        }
        session.Analyze(Checked);
        using (var rows = session.Read($"""
            SELECT w.position FROM {Checked} w CROSS JOIN order_key k CROSS JOIN customer_order o
            WHERE k.source = @source AND k.external_number = w.number AND o.customer_id = k.customer_id AND o.id = k.order_id AND o.store_id <> @own
            """, ("source", source), ("own", own)))
            while (rows.Next()) refused.Add((int)rows.Long(0));
        session.Execute($"DROP TABLE {Checked}");
        return refused;
    }

    /// <returns>Places of customers who are known as another store's: an order would rename them and change what is expected of them there.</returns>
    public static HashSet<int> CustomersIn(DatabaseSession session, OrderBatch batch, string source, long own)
    {
        var refused = new HashSet<int>();
        session.CreateTemporaryTable(Asked, "position bigint, kind text, value text");
        using (var insert = session.Insert(Asked, "position", "kind", "value"))
        {
            foreach (var (index, customer) in batch.Customers.Index()) insert.Add((long)index).Add(OrderRecorder.KeyKind(customer, source)).Add(OrderRecorder.KeyValue(customer)).EndRow();
            insert.Complete();
        }
        session.Analyze(Asked);
        using (var rows = session.Read($"""
            SELECT w.position FROM {Asked} w CROSS JOIN customer_key k CROSS JOIN customer c
            WHERE k.kind = w.kind AND k.value = w.value AND c.customer_id = k.customer_id AND c.store_id <> @own
            """, ("own", own)))
            while (rows.Next()) refused.Add((int)rows.Long(0));
        session.Execute($"DROP TABLE {Asked}");
        return refused;
    }
}
