using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Somebody a file names: by number, else by phone.</summary>
internal sealed record Wanted(string? Number, string? Phone, string Name);

/// <summary>Somebody who is stored.</summary>
internal sealed record Found(long Id, long? StoreId);

/// <summary>Finds the customers that a file names among those stored, all at once: two passes over what is asked for, none per customer.</summary>
internal static class CustomerMatching
{
    private const string Asked = "asked_customer";
    private const string AskedPhones = "asked_phone";

    /// <returns>One for each asked for, in their order; null for somebody new.</returns>
    public static Found?[] Find(DatabaseSession session, string source, IReadOnlyList<Wanted> wanted)
    {
        var found = new Found?[wanted.Count];
        if (session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM customer LIMIT 1) c") == 0) return found;
        ByNumber(session, source, wanted, found);
        ByPhone(session, source, wanted, found);
        return found;
    }

    private static void ByNumber(DatabaseSession session, string source, IReadOnlyList<Wanted> wanted, Found?[] found)
    {
        session.CreateTemporaryTable(Asked, "place bigint, value text");
        using (var insert = session.Insert(Asked, "place", "value"))
        {
            foreach (var (place, one) in wanted.Index())
                if (one.Number is { } number) insert.Add((long)place).Add(number).EndRow();
            insert.Complete();
        }
        session.Analyze(Asked);
        using (var rows = session.Read($"""
            SELECT a.place, c.customer_id, c.store_id FROM {Asked} a CROSS JOIN customer_key k CROSS JOIN customer c
            WHERE k.kind = @kind AND k.value = a.value AND c.customer_id = k.customer_id
            """, ("kind", CustomerKeys.OfNumber(source))))
            while (rows.Next()) found[rows.Long(0)] = new Found(rows.Long(1), rows.LongOrNull(2));
        session.Execute($"DROP TABLE {Asked}");
    }

    /// <summary>A phone that several share is that of the one with the same name; somebody who has another number in the same system is somebody else.</summary>
    private static void ByPhone(DatabaseSession session, string source, IReadOnlyList<Wanted> wanted, Found?[] found)
    {
        var byPhone = wanted.Index().Where(entry => found[entry.Index] is null && entry.Item.Phone is not null).ToLookup(entry => entry.Item.Phone!, entry => entry.Index, StringComparer.Ordinal);
        if (byPhone.Count == 0) return;
        session.CreateTemporaryTable(AskedPhones, "e164 text PRIMARY KEY");
        using (var insert = session.Insert(AskedPhones, "e164"))
        {
            foreach (var phone in byPhone) insert.Add(phone.Key).EndRow();
            insert.Complete();
        }
        session.Analyze(AskedPhones);
        var certain = new bool[wanted.Count];
        using (var rows = session.Read($"""
            SELECT p.rank, p.e164, c.customer_id, c.store_id, c.name, CASE WHEN c.external_source = @source THEN c.external_number END
            FROM (
                SELECT 0 AS rank, a.e164, k.customer_id FROM {AskedPhones} a JOIN customer_key k ON k.kind = 'phone' AND k.value = a.e164
                UNION ALL SELECT 1, a.e164, m.customer_id FROM customer m JOIN {AskedPhones} a ON a.e164 = m.phone
                UNION ALL SELECT 2, a.e164, f.customer_id FROM customer_phone f JOIN {AskedPhones} a ON a.e164 = f.e164) p
            JOIN customer c ON c.customer_id = p.customer_id ORDER BY p.rank, p.customer_id
            """, ("source", source)))
            while (rows.Next())
                foreach (var place in byPhone[rows.Text(1)])
                {
                    var one = wanted[place];
                    if (one.Number is not null && rows.TextOrNull(5) is { } other && other != one.Number || certain[place]) continue;
                    certain[place] = one.Name.Length == 0 || rows.Text(4) == one.Name;
                    if (certain[place] || found[place] is null) found[place] = new Found(rows.Long(2), rows.LongOrNull(3));
                }
        session.Execute($"DROP TABLE {AskedPhones}");
    }
}
