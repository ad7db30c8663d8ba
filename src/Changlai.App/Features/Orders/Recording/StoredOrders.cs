using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>What the database already holds of a batch's order numbers.</summary>
internal sealed class StoredOrders(DatabaseSession session, string source)
{
    private const string Wanted = "wanted_order";
    private const string Removed = "removed_order";
    private readonly Dictionary<long, long> hashOf = [];

    public bool IsSame(in OrderRow row) => hashOf.TryGetValue(row.StoredId, out var hash) && hash == row.ContentHash && row.StoredCustomerId == row.CustomerId;

    /// <summary>The returned part of a mixed order that a corrected file no longer has.</summary>
    public List<(long CustomerId, long Id)> Leftover { get; } = [];

    public void Match(OrderRow[] rows, Func<int, string> numberOf)
    {
        if (session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM order_key WHERE source = @source LIMIT 1) k", ("source", source)) == 0) return;
        session.CreateTemporaryTable(Wanted, "position bigint, number text");
        using (var insert = session.Insert(Wanted, "position", "number"))
        {
            for (var i = 0; i < rows.Length; i++) insert.Add((long)i).Add(numberOf(i)).EndRow();
            insert.Complete();
        }
        session.Analyze(Wanted);
        using (var found = session.Read($"""
            SELECT w.position, o.id, o.customer_id, o.content_hash FROM {Wanted} w CROSS JOIN order_key k CROSS JOIN customer_order o
            WHERE k.source = @source AND k.external_number = w.number AND o.customer_id = k.customer_id AND o.id = k.order_id
            """, ("source", source)))
            while (found.Next())
            {
                ref var row = ref rows[found.Long(0)];
                row.StoredId = found.Long(1);
                row.StoredCustomerId = found.Long(2);
                hashOf[row.StoredId] = found.Long(3);
            }
        FindLeftover(rows.Length, numberOf);
        session.Execute($"DROP TABLE {Wanted}");
    }

    private void FindLeftover(int count, Func<int, string> numberOf)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
            if (numberOf(i) is var number && number.EndsWith(BatchOrders.ReturnedPart, StringComparison.Ordinal)) wanted.Add(number);
        using var found = session.Read($"""
            SELECT k.external_number, k.customer_id, k.order_id FROM {Wanted} w CROSS JOIN order_key k
            WHERE k.source = @source AND k.external_number = w.number || '{BatchOrders.ReturnedPart}'
            """, ("source", source));
        while (found.Next())
            if (!wanted.Contains(found.Text(0))) Leftover.Add((found.Long(1), found.Long(2)));
    }

    /// <summary>Takes out what a corrected record replaces: order, lines and number.</summary>
    public void Remove(IEnumerable<(long CustomerId, long Id)> orders)
    {
        session.CreateTemporaryTable(Removed, "customer_id bigint, id bigint");
        using (var insert = session.Insert(Removed, "customer_id", "id"))
        {
            foreach (var (customer, id) in orders) insert.Add(customer).Add(id).EndRow();
            insert.Complete();
            if (insert.Count > 0)
            {
                insert.Dispose();
                RemoveListed();
            }
        }
        session.Execute($"DROP TABLE {Removed}");
    }

    private void RemoveListed()
    {
        foreach (var table in OrderTables.All) session.Journal?.Keep(table, Removed, "customer_id", "id");
        session.Execute($"DELETE FROM order_line WHERE (customer_id, order_id) IN (SELECT customer_id, id FROM {Removed})");
        session.Execute($"DELETE FROM order_key WHERE source = @source AND (customer_id, order_id) IN (SELECT customer_id, id FROM {Removed})", ("source", source));
        session.Execute($"DELETE FROM customer_order WHERE (customer_id, id) IN (SELECT customer_id, id FROM {Removed})");
    }
}
