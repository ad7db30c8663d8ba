using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>A stored order as changing it or taking goods back needs it.</summary>
/// <param name="IsByHand">Entered here; an imported one is corrected where it came from, or the next import would undo the change.</param>
internal sealed record StoredOrder(long Id, string Number, bool IsByHand, bool IsReturn, DateOnly On, long StoreId, long? StaffId, string Currency, IReadOnlyList<StoredLine> Lines)
{
    public static StoredOrder? Find(DatabaseSession session, long customerId, long orderId)
    {
        StoredOrder? order = null;
        using (var rows = session.Read("""
            SELECT external_number, source, kind, ordered_on, store_id, staff_id, currency FROM customer_order WHERE customer_id = @customer AND id = @order
            """, ("customer", customerId), ("order", orderId)))
            if (rows.Next())
                order = new StoredOrder(orderId, rows.Text(0), rows.Text(1) == OrderSources.ByHand, rows.Text(2) == "return", rows.Day(3), rows.Long(4), rows.LongOrNull(5), rows.Text(6), []);
        return order is null ? null : order with { Lines = ReadLines(session, customerId, orderId) };
    }

    public OrderForm Form => new()
    {
        OrderedOn = On.ToString("yyyy-MM-dd"),
        Store = StoreId.ToString(),
        Staff = StaffId?.ToString() ?? "",
        Version = Version,
        Lines = [.. Lines.Select(line => new OrderFormLine(line.Product.Label, Quantity(line.QuantityMilli), Formats.MoneyField(line.UnitPriceMinor, Currency),
            line.DiscountMinor == 0 ? "" : Formats.MoneyField(line.DiscountMinor, Currency)))],
    };

    /// <summary>Another one after each change, by whichever way it came.</summary>
    public string Version => ETags.Fingerprint(
        Number, IsByHand, On.DayNumber, StoreId, StaffId, Currency, string.Join('|', Lines.Select(line => $"{line.Product.Id}:{line.QuantityMilli}:{line.UnitPriceMinor}:{line.AmountMinor}")));

    /// <param name="nameOf">What a day, a store or a person is called, by the field and its value.</param>
    public static IReadOnlyList<Difference> Differences(OrderForm yours, OrderForm theirs, Func<string, string, string> nameOf)
    {
        var count = Math.Max(yours.Lines.Count, theirs.Lines.Count);
        IEnumerable<(Text What, string Words)> Lines(OrderForm form) =>
        [
            (EntryTexts.OrderedOn, nameOf("orderedOn", form.OrderedOn)), (EntryTexts.Store, nameOf("store", form.Store)), (EntryTexts.Staff, nameOf("staff", form.Staff)),
            .. Enumerable.Range(0, count).Select(at => (EntryTexts.Line.With(at + 1), at < form.Lines.Count ? Words(form.Lines[at]) : "")),
        ];
        return Difference.Between(Lines(yours), Lines(theirs));
    }

    private static string Words(OrderFormLine line) => string.Join(" · ", ((string[])[line.Product, line.Quantity, line.Price, line.Discount.Length == 0 ? "" : "-" + line.Discount]).Where(part => part.Length > 0));

    public static string Quantity(long milli) => (milli / 1000m).ToString("0.###");

    private static List<StoredLine> ReadLines(DatabaseSession session, long customerId, long orderId)
    {
        var read = new List<(long Product, long Quantity, long Price, long Amount)>();
        using (var rows = session.Read("""
            SELECT product_id, quantity_milli, unit_price_minor, amount_minor FROM order_line WHERE customer_id = @customer AND order_id = @order ORDER BY line
            """, ("customer", customerId), ("order", orderId)))
            while (rows.Next()) read.Add((rows.Long(0), rows.Long(1), rows.Long(2), rows.Long(3)));
        var products = ProductQuery.Of(session, read.Select(line => line.Product).ToHashSet());
        return [.. read.Select(line => new StoredLine(products[line.Product], line.Quantity, line.Price, line.Amount))];
    }
}

internal sealed record StoredLine(Product Product, long QuantityMilli, long UnitPriceMinor, long AmountMinor)
{
    public long DiscountMinor => (long)Math.Round(UnitPriceMinor * (QuantityMilli / 1000m), MidpointRounding.AwayFromZero) - AmountMinor;
}
