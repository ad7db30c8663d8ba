using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

/// <param name="OrderedOn">As <c>2026-11-22</c>.</param>
internal sealed record OrderBody(string? OrderedOn, long? StoreId, long? StaffId, IReadOnlyList<OrderBodyLine?>? Lines)
{
    /// <summary>As if a person had typed it.</summary>
    public OrderForm Form(OrderDesk desk)
    {
        var store = StoreId?.ToString() ?? "";
        var currency = desk.StoreOf(store)?.Currency ?? "";
        return new()
        {
            OrderedOn = OrderedOn ?? "",
            Store = store,
            Staff = StaffId?.ToString() ?? "",
            Lines = [.. (Lines ?? []).Select(line => new OrderFormLine(line?.Product?.Trim() ?? "", Number(line?.Quantity), Money(line?.PriceMinor, currency), Money(line?.DiscountMinor, currency)))],
        };
    }

    /// <summary>An amount as a person would type it.</summary>
    public static string Money(long? minor, string currency) => minor is { } known ? Number(Currencies.ToMajor(known, currency)) : "";

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Product">Code, name, or both.</param>
/// <param name="PriceMinor">Of one, in minor units of the store's currency; null for the product's own.</param>
/// <param name="DiscountMinor">Off the whole line.</param>
internal sealed record OrderBodyLine(string? Product, decimal? Quantity, long? PriceMinor, long? DiscountMinor);

internal sealed record ReturnBody(string? ReturnedOn, long? StoreId, long? StaffId, IReadOnlyList<ReturnBodyLine?>? Lines)
{
    public (ReturnForm Form, Dictionary<string, Text> Unknown) Form(IReadOnlyList<Returnable> products)
    {
        var (quantities, unknown) = (new Dictionary<long, string>(), new Dictionary<string, Text>(StringComparer.Ordinal));
        foreach (var (index, line) in (Lines ?? []).Index())
        {
            var code = ExternalId.Normalize(line?.Product ?? "");
            if (products.FirstOrDefault(product => product.Product.Code == code) is { } product && quantities.TryAdd(product.Product.Id, OrderBody.Number(line?.Quantity))) continue;
            unknown[$"lines[{index}].product"] = EntryTexts.ProductUnknown.With(Platform.Contracts.Tables.CellText.Shorten(line?.Product ?? ""));
        }
        return (new ReturnForm { ReturnedOn = ReturnedOn ?? "", Store = StoreId?.ToString() ?? "", Staff = StaffId?.ToString() ?? "", Quantities = quantities }, unknown);
    }
}

internal sealed record ReturnBodyLine(string? Product, decimal? Quantity);

/// <param name="Basis"><c>product</c>: how long the goods last; <c>personal</c>: the customer's own rhythm.</param>
internal sealed record ExpectationAnswer(DateOnly? ExpectedOn, string? Basis, int SupplyDays, long TotalMinor, string Currency);

/// <param name="Next">What to send as <c>after</c> for those before; null at the end.</param>
internal sealed record OrderList(IReadOnlyList<OrderListEntry> Items, long? Next);

internal sealed record OrderListEntry(long Id, string Number, string Kind, DateOnly On, long TotalMinor, string Currency, int Lines);

internal sealed record OrderAnswer(
    long Id, string Number, string Kind, bool ByHand, DateOnly On, long StoreId, long? StaffId, long TotalMinor, string Currency, DateOnly? NextPurchaseOn, IReadOnlyList<OrderAnswerLine> Lines)
{
    public static OrderAnswer? Of(DatabaseSession session, long customerId, long orderId)
    {
        if (StoredOrder.Find(session, customerId, orderId) is not { } order) return null;
        DateOnly? next = null;
        using (var rows = session.Read("SELECT next_purchase_on FROM order_summary WHERE customer_id = @customer", ("customer", customerId)))
            if (rows.Next()) next = rows.DayOrNull(0);
        return new OrderAnswer(order.Id, order.Number, order.IsReturn ? "return" : "order", order.IsByHand, order.On, order.StoreId, order.StaffId,
            order.Lines.Sum(line => line.AmountMinor), order.Currency, next,
            [.. order.Lines.Select(line => new OrderAnswerLine(line.Product.Code, line.Product.Name, line.QuantityMilli / 1000m, line.UnitPriceMinor, line.AmountMinor))]);
    }
}

internal sealed record OrderAnswerLine(string Product, string Name, decimal Quantity, long PriceMinor, long AmountMinor);
