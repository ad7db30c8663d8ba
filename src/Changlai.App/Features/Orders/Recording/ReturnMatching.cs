using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// Ties a return to the order it takes back: the customer's latest order, not after the return, that holds the first returned
/// product in at least that quantity. Orders of the same batch are looked through in memory, stored ones with one query.
/// </summary>
internal sealed class ReturnMatching(BatchOrders grouped, OrderRow[] rows, RecordingProduct[] products)
{
    private const string Untied = "untied_return";

    public void Match(DatabaseSession session, bool newCustomersOnly)
    {
        var untied = MatchWithinBatch();
        if (untied.Count > 0 && !newCustomersOnly) MatchWithStored(session, untied);
    }

    private List<int> MatchWithinBatch()
    {
        var byCustomer = new Dictionary<long, List<int>>();
        var returns = new List<int>();
        for (var i = 0; i < rows.Length; i++)
            if (grouped.Orders[i].IsReturn)
            {
                returns.Add(i);
                byCustomer.TryAdd(rows[i].CustomerId, []);
            }
        for (var i = 0; i < rows.Length; i++)
            if (!grouped.Orders[i].IsReturn && byCustomer.TryGetValue(rows[i].CustomerId, out var orders)) orders.Add(i);
        foreach (var orders in byCustomer.Values)
            orders.Sort((a, b) => rows[b].OrderedAt != rows[a].OrderedAt ? rows[b].OrderedAt.CompareTo(rows[a].OrderedAt) : b.CompareTo(a));

        var untied = new List<int>();
        foreach (var i in returns)
        {
            var (product, quantity) = Taken(i);
            var order = byCustomer[rows[i].CustomerId].Find(candidate => rows[candidate].OrderedAt <= rows[i].OrderedAt && Holds(candidate, product, quantity), -1);
            if (order >= 0) rows[i].ReturnsOrderId = rows[order].Id != 0 ? rows[order].Id : rows[order].StoredId;
            else untied.Add(i);
        }
        return untied;
    }

    private void MatchWithStored(DatabaseSession session, List<int> untied)
    {
        session.CreateTemporaryTable(Untied, "position bigint, customer_id bigint, product_id bigint, quantity_milli bigint, ordered_on date");
        using (var insert = session.Insert(Untied, "position", "customer_id", "product_id", "quantity_milli", "ordered_on"))
        {
            foreach (var i in untied)
            {
                var (product, quantity) = Taken(i);
                insert.Add((long)i).Add(rows[i].CustomerId).Add(product).Add(quantity).Add(rows[i].OrderedOn).EndRow();
            }
            insert.Complete();
        }
        session.Analyze(Untied);
        using (var found = session.Read($"""
            SELECT u.position, o.id FROM {Untied} u CROSS JOIN order_line l CROSS JOIN customer_order o
            WHERE l.customer_id = u.customer_id AND l.product_id = u.product_id AND l.quantity_milli >= u.quantity_milli
                AND o.customer_id = l.customer_id AND o.id = l.order_id AND o.kind = 'order' AND o.ordered_on <= u.ordered_on
            ORDER BY u.position, o.ordered_on, o.id
            """))
            while (found.Next()) rows[found.Long(0)].ReturnsOrderId = found.Long(1);
        session.Execute($"DROP TABLE {Untied}");
    }

    private (long Product, long QuantityMilli) Taken(int row)
    {
        ref readonly var line = ref grouped.Line(grouped.Orders[row].FirstLine);
        return (products[line.Product].Id, Math.Abs(line.QuantityMilli));
    }

    private bool Holds(int row, long product, long quantityMilli)
    {
        var order = grouped.Orders[row];
        for (var position = order.FirstLine; position < order.FirstLine + order.LineCount; position++)
        {
            ref readonly var line = ref grouped.Line(position);
            if (products[line.Product].Id == product && line.QuantityMilli >= quantityMilli) return true;
        }
        return false;
    }
}

internal static class ListSearch
{
    public static int Find(this List<int> list, Func<int, bool> match, int otherwise)
    {
        foreach (var value in list)
            if (match(value)) return value;
        return otherwise;
    }
}
