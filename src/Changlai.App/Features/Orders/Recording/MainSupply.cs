namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// How long an order's goods last: the product that runs out and cost the most, its cycle × all of it that the order holds.
/// Two boxes of 30 days last 60, whether they stand on one line or on two.
/// </summary>
internal struct MainSupply
{
    private const int LongestDays = 3660;
    private List<(RecordingProduct Product, long AmountMinor, long QuantityMilli)>? products;

    public void Add(in RecordingProduct product, long amountMinor, long quantityMilli)
    {
        products ??= [];
        for (var i = 0; i < products.Count; i++)
        {
            if (products[i].Product.Id != product.Id) continue;
            products[i] = (product, products[i].AmountMinor + amountMinor, products[i].QuantityMilli + quantityMilli);
            return;
        }
        products.Add((product, amountMinor, quantityMilli));
    }

    /// <summary>The product and its days; 0 and 0 when nothing runs out. Of equal amounts the first line's.</summary>
    public readonly (long ProductId, int Days) Found
    {
        get
        {
            if (products is null) return (0, 0);
            var main = products[0];
            foreach (var other in products)
                if (other.AmountMinor > main.AmountMinor) main = other;
            var days = Math.Round(main.Product.RepurchaseDays * (main.QuantityMilli / 1000m), MidpointRounding.AwayFromZero);
            return (main.Product.Id, (int)Math.Clamp(days, 1, LongestDays));
        }
    }
}
