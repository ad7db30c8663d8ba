namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// Ties a return to the order it takes back: the customer's latest order, not after the return, that holds the first returned
/// product in at least that quantity. This looks through a batch in memory; <see cref="ReturnTies"/> through what is stored.
/// </summary>
internal static class ReturnMatching
{
    public static void MatchWithinBatch(BatchOrders grouped, OrderRow[] rows, RecordingProduct[] products)
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

        foreach (var i in returns)
        {
            ref readonly var taken = ref grouped.Line(grouped.Orders[i].FirstLine);
            var (product, quantity) = (products[taken.Product].Id, Math.Abs(taken.QuantityMilli));
            foreach (var candidate in byCustomer[rows[i].CustomerId])
            {
                if (rows[candidate].OrderedAt > rows[i].OrderedAt || !Holds(grouped, products, candidate, product, quantity)) continue;
                rows[i].ReturnsOrderId = rows[candidate].Id != 0 ? rows[candidate].Id : rows[candidate].StoredId;
                break;
            }
        }
    }

    private static bool Holds(BatchOrders grouped, RecordingProduct[] products, int row, long product, long quantityMilli)
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
