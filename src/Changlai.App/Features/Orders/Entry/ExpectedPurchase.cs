using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>When a customer would be expected again if an order were recorded, by the rules that the summary is kept by.</summary>
/// <param name="OrderedOn">The day of the order.</param>
/// <param name="TotalMinor">Of the order.</param>
/// <param name="SupplyProduct">The product that decides how long the goods last; null when none runs out.</param>
/// <param name="SupplyMilli">All of it that the order holds.</param>
/// <param name="SupplyDays">How long the goods last; 0 when nothing runs out.</param>
/// <param name="Rhythm">The customer's rhythm with this order; null when nothing of it counts as bought.</param>
public sealed record ExpectedPurchase(
    IReadOnlyList<CheckedLine> Lines, string Currency, DateOnly OrderedOn, long TotalMinor, Product? SupplyProduct, long SupplyMilli, int SupplyDays, PurchaseRhythm? Rhythm)
{
    /// <summary>The latest of the day, so that it decides.</summary>
    private const long NewId = long.MaxValue;

    /// <param name="replaces">The order that is being changed; null for one that is new.</param>
    internal static ExpectedPurchase Of(DatabaseSession session, long customerId, DateOnly orderedOn, string currency, IReadOnlyList<CheckedLine> lines, long? replaces)
    {
        var supply = new MainSupply();
        foreach (var line in lines)
            if (line.Product.CycleDays > 0) supply.Add(new RecordingProduct(line.Product.Id, line.Product.CostMinor, line.Product.CycleDays), line.AmountMinor, line.QuantityMilli);
        var (productId, days) = supply.Found;
        var total = lines.Sum(line => line.AmountMinor);
        var history = new PurchaseHistory();
        using (var rows = session.Read($"SELECT {OrderSummaries.Facts} FROM customer_order o WHERE o.customer_id = @customer", ("customer", customerId)))
            while (rows.Next())
                if (rows.Long(0) != replaces) history.Add(OrderSummaries.FactOf(rows, 0));
        if (lines.Count > 0) history.Add(new OrderFact(replaces ?? NewId, orderedOn.DayNumber, total, 0, days, IsReturn: false, 0));
        history.Build();
        var main = lines.FirstOrDefault(line => line.Product.Id == productId)?.Product;
        return new ExpectedPurchase(lines, currency, orderedOn, total, main, lines.Where(line => line.Product.Id == productId).Sum(line => line.QuantityMilli), days, history.Rhythm);
    }
}
