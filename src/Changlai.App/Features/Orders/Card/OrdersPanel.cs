using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Card;

/// <summary>One line of an order as the card shows it.</summary>
public sealed record CardLine(string Product, long QuantityMilli);

/// <summary>One order or return as the card shows it.</summary>
public sealed record CardOrder(string Number, bool IsReturn, DateOnly On, long TotalMinor, string Currency, int LineCount, List<CardLine> Lines);

/// <summary>The purchases of a customer in figures, and the latest of them.</summary>
public sealed record CardPurchases(
    int Orders, int Returns, long TotalMinor, string Currency, DateOnly? FirstOn, DateOnly? LastOn, int? TypicalDays, DateOnly? NextOn, bool IsPersonal,
    IReadOnlyList<CardOrder> Latest);

/// <summary>Purchases on the customer card: what was bought, in which rhythm, and when the next is expected.</summary>
internal sealed class OrdersPanel : ICardPanel
{
    private const int MostOrders = 5;
    private const int MostLines = 4;

    public int Place => 1;

    public CardPanel? Read(DatabaseSession session, CardRequest request)
    {
        var latest = ReadLatest(session, request.CustomerId);
        using var rows = session.Read("""
            SELECT orders, returns, total_minor, currency, first_order_on, last_order_on, median_days, next_purchase_on, next_purchase_basis
            FROM order_summary WHERE customer_id = @id
            """, ("id", request.CustomerId));
        if (!rows.Next()) return null;
        var purchases = new CardPurchases(rows.Int(0), rows.Int(1), rows.Long(2), rows.TextOrNull(3) ?? "", rows.DayOrNull(4), rows.DayOrNull(5),
            rows.IntOrNull(6), rows.DayOrNull(7), rows.TextOrNull(8) == "personal", latest);
        return new CardPanel(typeof(OrdersCard), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(OrdersCard.Purchases)] = purchases });
    }

    private static List<CardOrder> ReadLatest(DatabaseSession session, long customer)
    {
        var orders = new List<CardOrder>();
        using var rows = session.Read("""
            SELECT o.id, o.external_number, o.kind, o.ordered_on, o.total_minor, o.currency, o.line_count, p.name, l.quantity_milli
            FROM (SELECT customer_id, id, external_number, kind, ordered_on, total_minor, currency, line_count FROM customer_order
                WHERE customer_id = @id ORDER BY ordered_on DESC, id DESC LIMIT @orders) o
            LEFT JOIN order_line l ON l.customer_id = o.customer_id AND l.order_id = o.id AND l.line <= @lines
            LEFT JOIN product p ON p.id = l.product_id ORDER BY o.ordered_on DESC, o.id DESC, l.line
            """, ("id", customer), ("orders", MostOrders), ("lines", MostLines));
        long? last = null;
        while (rows.Next())
        {
            if (last != rows.Long(0)) orders.Add(new CardOrder(rows.Text(1), rows.Text(2) == "return", rows.Day(3), rows.Long(4), rows.Text(5), rows.Int(6), []));
            last = rows.Long(0);
            if (rows.TextOrNull(7) is { } product) orders[^1].Lines.Add(new CardLine(product, rows.Long(8)));
        }
        return orders;
    }
}

/// <summary>Orders and returns in the customer's timeline.</summary>
internal sealed class OrdersTimeline : ITimelineSource
{
    public string Kind => "orders";

    public Text Name => OrderCardTexts.Orders;

    public IReadOnlyList<TimelineMoment> Before(DatabaseSession session, CardRequest request, DateTimeOffset before, int limit)
    {
        var moments = new List<TimelineMoment>();
        using var rows = session.Read("""
            SELECT ordered_at, ordered_on, external_number, kind, total_minor, currency, line_count FROM customer_order
            WHERE customer_id = @id AND ordered_at < @before ORDER BY ordered_at DESC, id DESC LIMIT @limit
            """, ("id", request.CustomerId), ("before", before), ("limit", limit));
        while (rows.Next())
        {
            var isReturn = rows.Text(3) == "return";
            var title = (isReturn ? OrderCardTexts.Returned : OrderCardTexts.Ordered).In(request.Language, Ui.Formats.Money(rows.Long(4), rows.Text(5)));
            moments.Add(new TimelineMoment(rows.Instant(0), new Ui.TimelineEntry(rows.Day(1), "orders", title)
            {
                Detail = OrderCardTexts.OrderDetail.In(request.Language, rows.Text(2), rows.Int(6)),
                Tone = isReturn ? Ui.Tone.Risk : Ui.Tone.Plain,
            }));
        }
        return moments;
    }
}

internal static class OrderCardTexts
{
    public static readonly Text Orders = new("订单", "Orders");
    public static readonly Text Purchases = new("购买", "Purchases");
    public static readonly Text Ordered = new("下单 {0}", "Ordered for {0}");
    public static readonly Text Returned = new("退货 {0}", "Returned for {0}");
    public static readonly Text OrderDetail = new("单号 {0}，{1} 条明细", "Order {0}, {1} lines");
    public static readonly Text Return = new("退货", "Return");
    public static readonly Text Total = new("累计", "Total");
    public static readonly Text Counts = new("{0} 单，{1} 次退货", "{0} orders, {1} returns");
    public static readonly Text Rhythm = new("购买间隔", "Rhythm");
    public static readonly Text EveryDays = new("约 {0} 天", "About {0} days");
    public static readonly Text Since = new("从 {0} 起", "Since {0}");
    public static readonly Text Next = new("预计再来", "Expected again");
    public static readonly Text Unknown = new("还看不出", "Not known yet");
    public static readonly Text NeedsMore = new("再买几次就能看出节奏。", "A few more purchases will show a rhythm.");
    public static readonly Text FromRhythm = new("按自己的购买节奏推算。", "From the customer's own rhythm.");
    public static readonly Text FromProduct = new("按上次所买能用多久推算。", "From how long the last purchase lasts.");
    public static readonly Text AndMore = new("等 {0} 条", "… {0} lines in all");
}
