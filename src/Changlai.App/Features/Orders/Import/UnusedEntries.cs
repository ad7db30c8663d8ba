namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// Takes out of the lists what no line names: when a date is turned down at the end of the reading, its line has already
/// put its customer, order and product on them.
/// </summary>
internal static class UnusedEntries
{
    public static OrderFileContents WithoutUnused(this OrderFileContents contents)
    {
        var lines = contents.Lines;
        var (orders, orderPlaces) = Used(contents.OrderNumbers, lines, static line => line.Order);
        var (customers, customerPlaces) = Used(contents.Customers, lines, static line => line.Customer);
        var (products, productPlaces) = Used(contents.Products, lines, static line => line.Product);
        var (stores, storePlaces) = Used(contents.Stores, lines, static line => line.Store);
        var (staff, staffPlaces) = Used(contents.Staff, lines, static line => line.Staff);
        for (var i = 0; i < lines.Count; i++)
        {
            ref readonly var line = ref lines[i];
            lines.Replace(i, line with
            {
                Order = orderPlaces[line.Order],
                Customer = customerPlaces[line.Customer],
                Product = productPlaces[line.Product],
                Store = line.Store < 0 ? -1 : storePlaces[line.Store],
                Staff = line.Staff < 0 ? -1 : staffPlaces[line.Staff],
            });
        }

        return contents with { OrderNumbers = orders, Customers = customers, Products = products, Stores = stores, Staff = staff };
    }

    private static (List<T> Used, int[] Places) Used<T>(IReadOnlyList<T> all, OrderFileLines lines, Func<OrderFileLine, int> placeOf)
    {
        var places = new int[all.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (placeOf(lines[i]) is >= 0 and var place)
                places[place] = 1;
        }

        var used = new List<T>(all.Count);
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place] == 0)
                continue;
            places[place] = used.Count;
            used.Add(all[place]);
        }

        return (used, places);
    }
}
