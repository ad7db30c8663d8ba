using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Writes orders, their lines and their numbers, each table in the order of its primary key.</summary>
internal sealed class OrderWriter(DatabaseSession session, string source, BatchOrders grouped, RecordingProduct[] products, BatchPlaces places)
{
    /// <param name="rows">All orders of the batch.</param>
    /// <param name="sorted">Indexes of those to write, by customer and id.</param>
    public void Write(OrderRow[] rows, int[] sorted)
    {
        WriteOrders(rows, sorted);
        WriteLines(rows, sorted);
        WriteNumbers(rows, sorted);
    }

    private void WriteOrders(OrderRow[] rows, int[] sorted)
    {
        using var insert = session.Insert("customer_order",
            "customer_id", "id", "source", "external_number", "kind", "ordered_at", "ordered_on", "store_id", "staff_id", "currency",
            "total_minor", "margin_minor", "line_count", "supply_days", "supply_product_id", "returns_order_id", "content_hash", "return_stated");
        foreach (var i in sorted)
        {
            ref var row = ref rows[i];
            var order = grouped.Orders[row.BatchOrder];
            insert.Add(row.CustomerId).Add(row.Id).Add(source).Add(grouped.NumberOf(order)).Add(order.IsReturn ? "return" : "order")
                .Add(row.OrderedAt).Add(row.OrderedOn).Add(row.Store.Id).Add(order.Staff < 0 ? (long?)null : places.Staff[order.Staff])
                .Add(row.Store.Currency).Add(row.TotalMinor).Add(row.MarginMinor).Add(order.LineCount)
                .Add(row.SupplyDays == 0 ? (int?)null : row.SupplyDays).Add(row.SupplyProductId == 0 ? (long?)null : row.SupplyProductId)
                .Add(row.ReturnsOrderId == 0 ? (long?)null : row.ReturnsOrderId).Add(row.ContentHash).Add(row.ReturnStated).EndRow();
        }
        insert.Complete();
    }

    private void WriteLines(OrderRow[] rows, int[] sorted)
    {
        using var insert = session.Insert("order_line", "customer_id", "order_id", "line", "product_id", "quantity_milli", "unit_price_minor", "amount_minor");
        foreach (var i in sorted)
        {
            ref var row = ref rows[i];
            var order = grouped.Orders[row.BatchOrder];
            for (var line = 0; line < order.LineCount; line++)
            {
                ref readonly var from = ref grouped.Line(order.FirstLine + line);
                var sign = ReturnSign.Of(order, from);
                insert.Add(row.CustomerId).Add(row.Id).Add(line + 1).Add(products[from.Product].Id)
                    .Add(from.QuantityMilli * sign).Add(from.UnitPriceMinor).Add(from.AmountMinor * sign).EndRow();
            }
        }
        insert.Complete();
    }

    private void WriteNumbers(OrderRow[] rows, int[] sorted)
    {
        var numbers = sorted.Select(i => (Number: grouped.NumberOf(grouped.Orders[rows[i].BatchOrder]), Row: i)).ToArray();
        Array.Sort(numbers, (a, b) => string.CompareOrdinal(a.Number, b.Number));
        using var insert = session.Insert("order_key", "source", "external_number", "customer_id", "order_id");
        foreach (var (number, row) in numbers) insert.Add(source).Add(number).Add(rows[row].CustomerId).Add(rows[row].Id).EndRow();
        insert.Complete();
    }
}
