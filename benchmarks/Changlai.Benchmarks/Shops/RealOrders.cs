using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Shell.Sample;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Shops;

/// <summary>
/// The real orders, thinned to ten lines a customer, as a pattern: each copy has customers of its own and lies some days
/// earlier, so that a business of any size buys in the rhythm of real people.
/// </summary>
internal sealed class RealOrders
{
    public const string Source = "shop";

    /// <summary>Copies end on the last day or up to so many days before it.</summary>
    private const int SpreadDays = 90;
    private const ulong Seed = 20261123;

    private readonly OrderFileContents contents;
    private readonly OrderFileLine[] lines;
    private readonly DateOnly[] tradingDays;

    public RealOrders()
    {
        contents = OrderFile.Read(Places.Orders, new OrderFileOptions());
        lines = Thinned(contents.Lines, contents.OrderNumbers.Count, contents.Customers.Count * ShopSize.LinesPerCustomer);
        tradingDays = lines.Select(line => DateOnly.FromDateTime(line.OrderedAt)).Distinct().Order().ToArray();
    }

    public int CustomersPerCopy => contents.Customers.Count;

    public IReadOnlyList<OrderFileProduct> Products => contents.Products;

    public int CopiesFor(int customers) => (customers + CustomersPerCopy - 1) / CustomersPerCopy;

    /// <summary>The history of one copy's customers up to <paramref name="lastDay"/>.</summary>
    public OrderBatch History(ShopSize size, int copy, DateOnly lastDay)
    {
        var earlier = lastDay.DayNumber - tradingDays[^1].DayNumber - copy * 37 % SpreadDays;
        return Batch(size, copy, copy + 1, $"h{copy:0000}-", line => line.OrderedAt.AddDays(earlier));
    }

    /// <summary>One day's trade of the whole business: each copy repeats one of its last sixty trading days.</summary>
    public OrderBatch OneDay(ShopSize size, DateOnly day)
    {
        var days = tradingDays[^60..];
        return Batch(size, 0, CopiesFor(size.Customers), $"d{day:yyyyMMdd}-", (line, copy) =>
            DateOnly.FromDateTime(line.OrderedAt) == days[copy % days.Length] ? day.ToDateTime(TimeOnly.FromDateTime(line.OrderedAt)) : null);
    }

    private OrderBatch Batch(ShopSize size, int fromCopy, int untilCopy, string prefix, Func<OrderFileLine, DateTime> when) =>
        Batch(size, fromCopy, untilCopy, prefix, (line, _) => when(line));

    private OrderBatch Batch(ShopSize size, int fromCopy, int untilCopy, string prefix, Func<OrderFileLine, int, DateTime?> when)
    {
        var taken = new OrderFileLines();
        var numbers = new List<string>();
        var customers = new List<OrderFileCustomer>();
        var orderPlace = new Dictionary<(int Copy, int Order), int>();
        var customerPlace = new Dictionary<int, int>();
        for (var copy = fromCopy; copy < untilCopy; copy++)
            foreach (ref readonly var line in lines.AsSpan())
            {
                var customer = copy * CustomersPerCopy + line.Customer;
                if (customer >= size.Customers || when(line, copy) is not { } orderedAt) continue;
                if (!orderPlace.TryGetValue((copy, line.Order), out var order))
                {
                    orderPlace[(copy, line.Order)] = order = numbers.Count;
                    numbers.Add($"{prefix}{copy:0000}-{contents.OrderNumbers[line.Order]}");
                }
                if (!customerPlace.TryGetValue(customer, out var place))
                {
                    customerPlace[customer] = place = customers.Count;
                    customers.Add(Customer(customer));
                }
                taken.Add(line with { Order = order, Customer = place, Store = size.StoreOf(customer), Staff = size.StaffOf(customer), OrderedAt = orderedAt });
            }
        return new OrderBatch(taken, numbers, customers, contents.Products, size.StoreNames, size.StaffNames);
    }

    private static OrderFileCustomer Customer(int customer)
    {
        var random = new SampleRandom(Seed, (ulong)customer);
        var name = SampleNames.Chinese(random, random.Chance(0.6) ? SampleGender.Female : SampleGender.Male, random.Between(1950, 2004));
        var number = $"{customer + 1:0000000}";
        // The prefix 154 belongs to no carrier: these numbers ring nobody.
        return new OrderFileCustomer($"n:{number}", number, name, $"+86154{customer * 97L % 100_000_000:00000000}");
    }

    /// <summary>Two lines of each order at most, then third ones and so on, in file order, until there are as many as asked.</summary>
    private static OrderFileLine[] Thinned(OrderFileLines all, int orders, int wanted)
    {
        var kept = new List<int>();
        var places = new int[orders];
        for (var most = 2; kept.Count < wanted; most++)
        {
            Array.Clear(places);
            for (var i = 0; i < all.Count && kept.Count < wanted; i++)
            {
                var place = ++places[all[i].Order];
                if (place == most || most == 2 && place == 1) kept.Add(i);
            }
        }
        kept.Sort();
        return kept.Select(index => all[index]).ToArray();
    }
}
