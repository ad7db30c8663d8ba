using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Import;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>A customer as an outside record names them.</summary>
/// <param name="KeyKind">What <paramref name="KeyValue"/> is: <c>number:SOURCE</c>, <c>phone</c> or <c>name:SOURCE</c>.</param>
/// <param name="Number">The outside system's number; null when it gave none.</param>
/// <param name="Phone">E.164.</param>
internal sealed record KnownAs(string KeyKind, string KeyValue, string? Number, string? Name, string? Phone, long? StoreId, long? OwnerId);

/// <summary>Finds customers by what outside records call them, many at a time, and registers those who are new.</summary>
internal static class CustomerRegistry
{
    private const string Wanted = "wanted_customer";

    /// <summary>The id of each, in the order given; a name or phone that a record corrects is taken over.</summary>
    /// <returns>The ids, how many are new, and who was called otherwise before.</returns>
    public static (long[] Ids, int Created, IReadOnlyList<long> Corrected) Resolve(DatabaseSession session, string source, IReadOnlyList<KnownAs> customers, DateTimeOffset now)
    {
        var ids = new long[customers.Count];
        var corrections = FindKnown(session, customers, ids);
        List<long> corrected = [.. corrections.Select(correction => ids[correction.Index])];
        session.Journal?.Keep(CustomerTables.Card, corrected);
        foreach (var (index, name, phone) in corrections) Correct(session, ids[index], customers[index], name, phone);
        if (corrections.Count > 0) DuplicateDue.Mark(session, corrected, now);

        var unknown = Enumerable.Range(0, customers.Count).Where(i => ids[i] == 0).ToArray();
        if (unknown.Length == 0) return (ids, 0, corrected);
        var next = session.ReserveIds("customer", unknown.Length);
        foreach (var i in unknown) ids[i] = next++;
        Insert(session, source, customers, unknown, ids, now);
        return (ids, unknown.Length, corrected);
    }

    private static List<(int Index, string Name, string? Phone)> FindKnown(DatabaseSession session, IReadOnlyList<KnownAs> customers, long[] ids)
    {
        var corrections = new List<(int, string, string?)>();
        if (session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM customer_key LIMIT 1) k") == 0) return corrections;
        session.CreateTemporaryTable(Wanted, "position bigint, kind text, value text");
        using (var insert = session.Insert(Wanted, "position", "kind", "value"))
        {
            for (var i = 0; i < customers.Count; i++) insert.Add((long)i).Add(customers[i].KeyKind).Add(customers[i].KeyValue).EndRow();
            insert.Complete();
        }
        session.Analyze(Wanted);
        using (var rows = session.Read($"""
            SELECT w.position, k.customer_id, c.name, c.phone FROM {Wanted} w CROSS JOIN customer_key k CROSS JOIN customer c
            WHERE k.kind = w.kind AND k.value = w.value AND c.customer_id = k.customer_id
            """))
            while (rows.Next())
            {
                var index = (int)rows.Long(0);
                ids[index] = rows.Long(1);
                var known = customers[index];
                if (known.Name is { } name && name != rows.Text(2) || known.Phone is { } phone && phone != rows.TextOrNull(3))
                    corrections.Add((index, rows.Text(2), rows.TextOrNull(3)));
            }
        session.Execute($"DROP TABLE {Wanted}");
        return corrections;
    }

    private static void Correct(DatabaseSession session, long id, KnownAs known, string name, string? phone)
    {
        session.Execute("UPDATE customer SET name = @name, phone = @phone, version = version + 1 WHERE customer_id = @id",
            ("name", known.Name ?? name), ("phone", known.Phone ?? phone), ("id", id));
        CustomerFindIndex.Refresh(session, id);
    }

    private static void Insert(DatabaseSession session, string source, IReadOnlyList<KnownAs> customers, int[] unknown, long[] ids, DateTimeOffset now)
    {
        using (var insert = session.Insert("customer", "customer_id", "external_source", "external_number", "name", "phone", "store_id", "owner_id", "created_at"))
        {
            foreach (var i in unknown)
            {
                var known = customers[i];
                insert.Add(ids[i]).Add(known.Number is null ? null : source).Add(known.Number).Add(NameOf(known)).Add(known.Phone)
                    .Add(known.StoreId).Add(known.OwnerId).Add(now).EndRow();
            }
            insert.Complete();
        }
        using (var insert = session.Insert("customer_key", "kind", "value", "customer_id"))
        {
            foreach (var i in unknown.OrderBy(i => customers[i].KeyKind, StringComparer.Ordinal).ThenBy(i => customers[i].KeyValue, StringComparer.Ordinal))
                insert.Add(customers[i].KeyKind).Add(customers[i].KeyValue).Add(ids[i]).EndRow();
            insert.Complete();
        }
        CustomerFindIndex.Insert(session, unknown.Select(i => new FindableCustomer(ids[i], NameOf(customers[i]), customers[i].Phone, null, customers[i].Number, customers[i].StoreId)));
    }

    /// <summary>A customer of whom only a number is known is called by it until somebody asks.</summary>
    private static string NameOf(KnownAs known) => known.Name ?? known.Number ?? known.Phone ?? known.KeyValue;
}
