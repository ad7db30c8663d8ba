using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>What of a product an order holds that has not come back yet.</summary>
/// <param name="BoughtMilli">All of it, on whichever lines.</param>
/// <param name="LeftMilli">What can still come back, in thousandths.</param>
/// <param name="LeftMinor">What was paid for that and not given back yet.</param>
public sealed record Returnable(Product Product, long BoughtMilli, long LeftMilli, long UnitPriceMinor, long LeftMinor)
{
    internal static IReadOnlyList<Returnable> Of(DatabaseSession session, long customerId, StoredOrder order)
    {
        var back = new Dictionary<long, (long Milli, long Minor)>();
        using (var rows = session.Read("""
            SELECT l.product_id, -l.quantity_milli, -l.amount_minor FROM customer_order r JOIN order_line l ON l.customer_id = r.customer_id AND l.order_id = r.id
            WHERE r.customer_id = @customer AND r.kind = 'return' AND r.returns_order_id = @order
            """, ("customer", customerId), ("order", order.Id)))
            while (rows.Next())
            {
                var (milli, minor) = back.GetValueOrDefault(rows.Long(0));
                back[rows.Long(0)] = (milli + rows.Long(1), minor + rows.Long(2));
            }
        return
        [
            .. from line in order.Lines
               group line by line.Product.Id into lines
               let gone = back.GetValueOrDefault(lines.Key)
               let bought = lines.Sum(line => line.QuantityMilli)
               select new Returnable(lines.First().Product, bought, Math.Max(0, bought - gone.Milli), lines.First().UnitPriceMinor,
                   Math.Max(0, lines.Sum(line => line.AmountMinor) - gone.Minor)),
        ];
    }

    /// <summary>What is given back for so much of it: its share of what was paid; for all that is left, all that is left.</summary>
    public long RefundFor(long milli) => milli >= LeftMilli ? LeftMinor : (long)Math.Round((decimal)LeftMinor * milli / LeftMilli, MidpointRounding.AwayFromZero);
}
