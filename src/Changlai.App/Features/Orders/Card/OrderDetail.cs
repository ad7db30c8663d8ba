using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Card;

/// <summary>One order or return with all its lines.</summary>
/// <param name="LastsUntil">When the goods should be used up; null when no product tells.</param>
public sealed record OrderDetail(
    long Id, string Number, bool IsReturn, DateOnly On, TimeOnly Time, string Store, string? Staff, long TotalMinor, string Currency, DateOnly? LastsUntil)
{
    public IReadOnlyList<OrderDetailLine> Lines { get; init; } = [];

    /// <summary>Entered here and not imported, so that it may be changed here.</summary>
    public bool IsByHand { get; init; }

    /// <summary>For an order its returns, for a return its order.</summary>
    public IReadOnlyList<OrderTie> Ties { get; init; } = [];

    internal static OrderDetail? Read(DatabaseSession session, long customerId, long orderId, TimeZoneInfo zone)
    {
        OrderDetail? order = null;
        long? returns = null;
        using (var rows = session.Read("""
            SELECT o.external_number, o.kind, o.ordered_on, o.ordered_at, t.name, s.name, o.total_minor, o.currency, o.supply_days, o.returns_order_id, o.source
            FROM customer_order o JOIN store t ON t.id = o.store_id LEFT JOIN staff s ON s.id = o.staff_id
            WHERE o.customer_id = @customer AND o.id = @order
            """, ("customer", customerId), ("order", orderId)))
        {
            if (!rows.Next()) return null;
            var on = rows.Day(2);
            order = new OrderDetail(orderId, rows.Text(0), rows.Text(1) == "return", on, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(rows.Instant(3), zone).DateTime),
                rows.Text(4), rows.TextOrNull(5), rows.Long(6), rows.Text(7), rows.IntOrNull(8) is { } days and > 0 ? on.AddDays(days) : null)
            {
                IsByHand = rows.Text(10) == OrderSources.ByHand,
            };
            returns = rows.LongOrNull(9);
        }
        return order with { Lines = ReadLines(session, customerId, orderId), Ties = ReadTies(session, customerId, orderId, returns) };
    }

    private static List<OrderDetailLine> ReadLines(DatabaseSession session, long customerId, long orderId)
    {
        var lines = new List<OrderDetailLine>();
        using var rows = session.Read("""
            SELECT p.name, p.code, l.quantity_milli, l.unit_price_minor, l.amount_minor FROM order_line l JOIN product p ON p.id = l.product_id
            WHERE l.customer_id = @customer AND l.order_id = @order ORDER BY l.line
            """, ("customer", customerId), ("order", orderId));
        while (rows.Next()) lines.Add(new OrderDetailLine(rows.Text(0), rows.Text(1), rows.Long(2), rows.Long(3), rows.Long(4)));
        return lines;
    }

    private static List<OrderTie> ReadTies(DatabaseSession session, long customerId, long orderId, long? returns)
    {
        var ties = new List<OrderTie>();
        using var rows = session.Read(
            "SELECT id, external_number FROM customer_order WHERE customer_id = @customer AND (returns_order_id = @order OR id = @returns) ORDER BY ordered_at, id",
            ("customer", customerId), ("order", orderId), ("returns", returns ?? 0L));
        while (rows.Next()) ties.Add(new OrderTie(rows.Long(0), rows.Text(1)));
        return ties;
    }
}

public sealed record OrderDetailLine(string Product, string Code, long QuantityMilli, long UnitPriceMinor, long AmountMinor);

public sealed record OrderTie(long Id, string Number);
