using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Search;

/// <summary>Keeps the find index: SQLite's full-text index and PostgreSQL's array index hold the same fragments.</summary>
internal static class CustomerFindIndex
{
    public static void Insert(DatabaseSession session, IEnumerable<FindableCustomer> customers)
    {
        using var insert = session.Insert("customer_find", session.IsSqlite ? "rowid" : "customer_id", "grams");
        foreach (var customer in customers) insert.Add(customer.Id).Add(SearchGrams.Of(customer)).EndRow();
        insert.Complete();
    }

    /// <summary>After anything a customer can be found by has changed: works out anew what stands beside their row.</summary>
    public static void Renew(DatabaseSession session, long customerId)
    {
        if (StoredCustomer.Read(session, customerId) is { } stored)
            session.Execute("UPDATE customer SET found_by = @further WHERE customer_id = @id",
                ("further", FurtherFinds.Of(stored.Details, CustomerFields.Read(session))), ("id", customerId));
        Refresh(session, customerId);
    }

    /// <summary>After many customers have changed, whom a temporary table lists.</summary>
    public static void RefreshAll(DatabaseSession session, string listed) => RefreshAll(session, listed, "true");

    /// <summary>After the store has changed for all customers of a table (as <c>t</c>) that fulfil a condition.</summary>
    public static void RefreshAll(DatabaseSession session, string table, string condition)
    {
        var customers = new List<FindableCustomer>();
        using (var rows = session.Read($"SELECT {FindableCustomer.Columns} FROM {table} t CROSS JOIN customer c WHERE c.customer_id = t.customer_id AND {condition} ORDER BY c.customer_id"))
            while (rows.Next()) customers.Add(FindableCustomer.From(rows));
        session.Execute($"DELETE FROM customer_find WHERE {(session.IsSqlite ? "rowid" : "customer_id")} IN (SELECT t.customer_id FROM {table} t WHERE {condition})");
        Insert(session, customers);
    }

    /// <summary>After only the name, first phone, number or store has changed.</summary>
    public static void Refresh(DatabaseSession session, long customerId)
    {
        session.Execute(session.IsSqlite ? "DELETE FROM customer_find WHERE rowid = @id" : "DELETE FROM customer_find WHERE customer_id = @id", ("id", customerId));
        FindableCustomer? customer = null;
        using (var rows = session.Read($"SELECT {FindableCustomer.Columns} FROM customer c WHERE c.customer_id = @id", ("id", customerId)))
            if (rows.Next()) customer = FindableCustomer.From(rows);
        if (customer is not null) Insert(session, [customer]);
    }
}
