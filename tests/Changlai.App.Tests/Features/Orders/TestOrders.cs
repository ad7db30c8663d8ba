using System.Globalization;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Recording;

namespace Changlai.App.Tests.Features.Orders;

/// <summary>One line of an order file, as a test writes it down. Prices in yuan; days as <c>2026-11-22</c> with an optional time.</summary>
internal sealed record TestLine(
    string Order, string Customer, string At, string Product = "tea", decimal Quantity = 1, decimal Price = 100, string? Store = null, string? Staff = null, bool Cancelled = false);

internal static class TestOrders
{
    public static readonly RecordingOptions Till = new("till");

    public static OrderBatch Batch(params IEnumerable<TestLine> lines)
    {
        var (orders, customers, products, stores, staff) = (new Names(), new Names(), new Names(), new Names(), new Names());
        var taken = new OrderFileLines();
        foreach (var line in lines)
        {
            var price = (long)(line.Price * 100);
            taken.Add(new OrderFileLine(taken.Count + 2, orders.Place(line.Order), customers.Place(line.Customer), products.Place(line.Product),
                stores.Place(line.Store), staff.Place(line.Staff), At(line.At), (long)(line.Quantity * 1000), price, (long)(line.Quantity * price), line.Cancelled || line.Quantity < 0));
        }
        return new OrderBatch(taken, orders.List, [.. customers.List.Select(number => new OrderFileCustomer("n:" + number, number, null, null))],
            [.. products.List.Select(code => new OrderFileProduct(code, code, null))], stores.List, staff.List);
    }

    private static DateTime At(string at) =>
        DateTime.ParseExact(at, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None);

    private sealed class Names
    {
        public List<string> List { get; } = [];

        public int Place(string? name)
        {
            if (name is null) return -1;
            if (List.IndexOf(name) is >= 0 and var known) return known;
            List.Add(name);
            return List.Count - 1;
        }
    }
}
