using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>A product as an order needs it.</summary>
/// <param name="Currency">Of the cost; null when nobody said.</param>
internal readonly record struct RecordingProduct(long Id, long? CostMinor, int RepurchaseDays, string? Currency = null)
{
    /// <summary>Margin assumed of a product whose cost nobody entered, per cent of the price.</summary>
    public const int AssumedMarginPercent = 30;

    /// <summary>A cost in another currency tells nothing of the margin.</summary>
    public long Margin(long amountMinor, long quantityMilli, string currency) => CostMinor is { } cost && (Currency is null || Currency == currency)
        ? amountMinor - (long)Math.Round(cost * (quantityMilli / 1000m), MidpointRounding.AwayFromZero)
        : amountMinor * AssumedMarginPercent / 100;
}

/// <summary>Finds the products that a batch names by code, and adds those that are new.</summary>
internal static class BatchProducts
{
    public static RecordingProduct[] Resolve(DatabaseSession session, IReadOnlyList<OrderFileProduct> products)
    {
        var known = new Dictionary<string, RecordingProduct>(StringComparer.Ordinal);
        using (var rows = session.Read("SELECT code, id, cost_minor, coalesce(repurchase_days, sessions * session_interval_days, 0), currency FROM product"))
            while (rows.Next()) known[rows.Text(0)] = new RecordingProduct(rows.Long(1), rows.LongOrNull(2), rows.Int(3), rows.TextOrNull(4));

        var fresh = products.Where(product => !known.ContainsKey(product.Code)).ToList();
        if (fresh.Count > 0)
        {
            var id = session.ReserveIds("product", fresh.Count);
            using var insert = session.Insert("product", "id", "code", "name", "active");
            foreach (var product in fresh)
            {
                known[product.Code] = new RecordingProduct(id, null, 0);
                insert.Add(id++).Add(product.Code).Add(product.Name).Add(true).EndRow();
            }
            insert.Complete();
        }
        return products.Select(product => known[product.Code]).ToArray();
    }
}
