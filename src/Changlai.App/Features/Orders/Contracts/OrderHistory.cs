using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>An order told in names instead of ids: customer, store, staff and products by what the source calls them.</summary>
/// <param name="OrderedAt">The shop's wall clock.</param>
internal sealed record ToldOrder(string Number, string CustomerNumber, string Store, string? Staff, DateTime OrderedAt, IReadOnlyList<ToldLine> Lines);

/// <param name="Quantity">Negative when goods came back.</param>
internal readonly record struct ToldLine(string ProductCode, string ProductName, int Quantity, long UnitPriceMinor, long AmountMinor);

/// <summary>Takes an order history that does not come from a file, inside the caller's transaction.</summary>
internal static class OrderHistory
{
    /// <returns>How many orders and returns were new.</returns>
    public static int Record(DatabaseSession session, string source, IEnumerable<ToldOrder> orders, IEnumerable<IOrdersRecorded> listeners, TimeProvider time)
    {
        var (lines, numbers) = (new OrderFileLines(), new List<string>());
        var (customers, products, stores, staff) = (new Places(), new Places(), new Places(), new Places());
        var productNames = new List<string>();
        foreach (var order in orders)
        {
            var (customer, store) = (customers.Of(order.CustomerNumber), stores.Of(order.Store));
            var person = order.Staff is { } name ? staff.Of(name) : -1;
            foreach (var line in order.Lines)
            {
                var product = products.Of(line.ProductCode);
                if (product == productNames.Count) productNames.Add(line.ProductName);
                lines.Add(new OrderFileLine(lines.Count + 1, numbers.Count, customer, product, store, person,
                    order.OrderedAt, line.Quantity * 1000L, line.UnitPriceMinor, line.AmountMinor, Cancelled: line.Quantity < 0));
            }
            numbers.Add(order.Number);
        }
        var batch = new OrderBatch(lines, numbers,
            [.. customers.Listed.Select(number => new OrderFileCustomer($"n:{number}", number, null, null))],
            [.. products.Listed.Select((code, index) => new OrderFileProduct(code, productNames[index], null))],
            stores.Listed, staff.Listed);
        return new OrderRecorder(session, listeners, time).Record(batch, new RecordingOptions(source)).New;
    }

    private sealed class Places
    {
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

        public List<string> Listed { get; } = [];

        public int Of(string name)
        {
            if (places.TryGetValue(name, out var place)) return place;
            Listed.Add(name);
            return places[name] = Listed.Count - 1;
        }
    }
}
