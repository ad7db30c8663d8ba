using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Search;

/// <summary>What a customer can be found by.</summary>
internal sealed record FindableCustomer(long Id, string Name, string? Phone, string? Email, string? Number);

/// <summary>Keeps the find index: SQLite's full-text index and PostgreSQL's array index hold the same fragments.</summary>
internal static class CustomerFindIndex
{
    public static void Insert(DatabaseSession session, IEnumerable<FindableCustomer> customers)
    {
        using var insert = session.Insert("customer_find", session.IsSqlite ? "rowid" : "customer_id", "grams");
        foreach (var customer in customers) insert.Add(customer.Id).Add(SearchGrams.Of(customer)).EndRow();
        insert.Complete();
    }

    public static void Refresh(DatabaseSession session, long customerId)
    {
        session.Execute(session.IsSqlite ? "DELETE FROM customer_find WHERE rowid = @id" : "DELETE FROM customer_find WHERE customer_id = @id", ("id", customerId));
        FindableCustomer? customer = null;
        using (var rows = session.Read("SELECT customer_id, name, phone, email, external_number FROM customer WHERE customer_id = @id", ("id", customerId)))
            if (rows.Next()) customer = new FindableCustomer(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4));
        if (customer is not null) Insert(session, [customer]);
    }
}
