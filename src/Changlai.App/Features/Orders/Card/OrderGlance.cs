using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Card;

/// <summary>An order with its first lines, as lists show it.</summary>
public sealed record OrderGlance(
    long Id, string Number, bool IsReturn, DateTimeOffset At, DateOnly On, long TotalMinor, string Currency, int LineCount, List<GlanceLine> Lines)
{
    private const int MostLines = 4;

    /// <summary>The newest before a place, the newest first.</summary>
    internal static List<OrderGlance> Latest(DatabaseSession session, long customerId, DateTimeOffset at, long id, int limit)
    {
        var orders = new List<OrderGlance>();
        using var rows = session.Read($"""
            SELECT o.id, o.external_number, o.kind, o.ordered_at, o.ordered_on, o.total_minor, o.currency, o.line_count, p.name, l.quantity_milli
            FROM (SELECT customer_id, id, external_number, kind, ordered_at, ordered_on, total_minor, currency, line_count FROM customer_order
                WHERE customer_id = @customer AND (ordered_at, id) < (@at, @id) ORDER BY ordered_at DESC, id DESC LIMIT {limit}) o
            LEFT JOIN order_line l ON l.customer_id = o.customer_id AND l.order_id = o.id AND l.line <= {MostLines}
            LEFT JOIN product p ON p.id = l.product_id
            ORDER BY o.ordered_at DESC, o.id DESC, l.line
            """, ("customer", customerId), ("at", at), ("id", id));
        while (rows.Next())
        {
            if (orders.Count == 0 || orders[^1].Id != rows.Long(0))
                orders.Add(new OrderGlance(rows.Long(0), rows.Text(1), rows.Text(2) == "return", rows.Instant(3), rows.Day(4), rows.Long(5), rows.Text(6), rows.Int(7), []));
            if (rows.TextOrNull(8) is { } product) orders[^1].Lines.Add(new GlanceLine(product, rows.Long(9)));
        }
        return orders;
    }

    public string Href(long customerId) => $"/customers/{customerId}/orders/{Id}";
}

public sealed record GlanceLine(string Product, long QuantityMilli);
