using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>What a customer can have several of, beyond the first that stands on their row. The id is the place in the list.</summary>
internal static class CustomerLists
{
    private static readonly string[] Tables = ["customer_phone", "customer_email", "customer_number", "customer_address"];

    public static void Replace(DatabaseSession session, long customerId, CustomerDetails details)
    {
        foreach (var table in Tables) session.Execute($"DELETE FROM {table} WHERE customer_id = @id", ("id", customerId));
        Insert(session, [(customerId, details)]);
    }

    /// <summary>In the order of the customers' ids.</summary>
    public static void Insert(DatabaseSession session, IReadOnlyList<(long CustomerId, CustomerDetails Details)> customers)
    {
        Write(session, customers, details => details.Phones.Skip(1), Tables[0], ["kind", "e164"], (insert, phone) => insert.Add(phone.Kind).Add(phone.E164));
        Write(session, customers, details => details.Emails.Skip(1), Tables[1], ["address"], (insert, address) => insert.Add(address));
        Write(session, customers, details => details.Numbers, Tables[2], ["label", "number"], (insert, number) => insert.Add(number.Label).Add(number.Number));
        Write(session, customers, details => details.Addresses, Tables[3], ["country", "province", "city", "district", "street"],
            (insert, address) => insert.Add(address.Country).Add(address.Province).Add(address.City).Add(address.District).Add(address.Street));
        AddRegions(session, customers.Select(customer => customer.Details.Region));
    }

    /// <summary>Regions come into the tree with the first customer who lives there.</summary>
    private static void AddRegions(DatabaseSession session, IEnumerable<string?> regions)
    {
        var made = new List<string>();
        foreach (var path in regions.OfType<string>().Distinct(StringComparer.Ordinal).SelectMany(Regions.Chain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var cut = path.LastIndexOf('/');
            if (session.Execute("INSERT INTO region (path, parent, name) VALUES (@path, @parent, @name) ON CONFLICT (path) DO NOTHING",
                ("path", path), ("parent", cut < 0 ? null : path[..cut]), ("name", path[(cut + 1)..])) > 0) made.Add(path);
        }
        session.Journal?.Note("region", made);
    }

    private static void Write<T>(
        DatabaseSession session, IReadOnlyList<(long CustomerId, CustomerDetails Details)> customers, Func<CustomerDetails, IEnumerable<T>> of,
        string table, string[] columns, Action<BulkInsert, T> add)
    {
        if (!customers.Any(customer => of(customer.Details).Any())) return;
        using var insert = session.Insert(table, ["customer_id", "id", .. columns]);
        foreach (var (customer, details) in customers)
            foreach (var (index, entry) in of(details).Index())
            {
                insert.Add(customer).Add(index + 1L);
                add(insert, entry);
                insert.EndRow();
            }
        insert.Complete();
    }
}
