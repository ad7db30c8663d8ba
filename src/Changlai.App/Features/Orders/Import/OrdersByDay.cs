using System.Globalization;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Makes orders where a file has no order numbers: what one customer bought on one day is one order.</summary>
internal static class OrdersByDay
{
    /// <summary>Gives each line its order, and returns the orders' numbers.</summary>
    public static List<string> Number(OrderFileLines lines, IReadOnlyList<OrderFileCustomer> customers)
    {
        var orders = new Dictionary<(int Customer, DateOnly Day), int>();
        var numbers = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var line = ref lines[i];
            var day = DateOnly.FromDateTime(line.OrderedAt);
            if (!orders.TryGetValue((line.Customer, day), out var order))
            {
                order = numbers.Count;
                orders.Add((line.Customer, day), order);
                numbers.Add(customers[line.Customer].Key + " " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            lines.Replace(i, line with { Order = order });
        }

        return numbers;
    }
}
