using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>Carries out what stands in the temporary table <see cref="HandoverMoves"/>, for all customers at once and inside the caller's transaction.</summary>
internal sealed class HandoverWriter(DatabaseSession session, IReadOnlyList<IHandoverPart> parts, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    private static readonly TimeSpan UndoneWithin = TimeSpan.FromDays(1);

    public static void TakeLocks(DatabaseSession session, IEnumerable<IHandoverPart> parts)
    {
        foreach (var name in parts.SelectMany(part => part.Locks)) session.LockInTransaction(name);
    }

    /// <returns>The handover, and how many rows of the parts went along.</returns>
    public (long Id, int Along) HandOver(HandoverRule rule, Viewer viewer)
    {
        var along = Apply(viewer.StaffId);
        var id = session.ReserveIds("handover", 1);
        var customers = session.Scalar<int>($"SELECT count(*) FROM {HandoverMoves.Table}");
        session.Execute("""
            INSERT INTO handover (id, from_id, store_id, customers, follow_ups, handed_at, handed_by) VALUES (@id, @from, @store, @customers, @along, @at, @by)
            """, ("id", id), ("from", rule.From), ("store", viewer.Scope.OneStore), ("customers", customers), ("along", along), ("at", time.GetUtcNow()), ("by", viewer.StaffId));
        session.Execute($"""
            INSERT INTO handover_customer (handover_id, customer_id, from_owner, to_owner, from_store, to_store)
            SELECT @id, customer_id, from_owner, to_owner, from_store, to_store FROM {HandoverMoves.Table}
            """, ("id", id));
        return (id, along);
    }

    public bool MayUndo(StoredHandover handover) => handover.UndoneAt is null && time.GetUtcNow() - handover.At <= UndoneWithin;

    /// <summary>Back to whom they were; whoever has gone to somebody else since is left alone.</summary>
    /// <returns>How many are back.</returns>
    public int Undo(StoredHandover handover, long staffId)
    {
        session.CreateTemporaryTable(HandoverMoves.Table, HandoverMoves.Columns);
        session.Execute($"""
            INSERT INTO {HandoverMoves.Table} (customer_id, from_owner, to_owner, from_store, to_store)
            SELECT h.customer_id, h.to_owner, h.from_owner, h.to_store, h.from_store FROM handover_customer h JOIN customer c ON c.customer_id = h.customer_id
            WHERE h.handover_id = @id AND c.owner_id = h.to_owner AND coalesce(c.store_id, 0) = coalesce(h.to_store, 0)
            """, ("id", handover.Id));
        session.Analyze(HandoverMoves.Table);
        Apply(staffId);
        session.Execute("UPDATE handover SET undone_at = @at, undone_by = @by WHERE id = @id", ("at", time.GetUtcNow()), ("by", staffId), ("id", handover.Id));
        return session.Scalar<int>($"SELECT count(*) FROM {HandoverMoves.Table}");
    }

    private int Apply(long staffId)
    {
        session.Execute($"""
            UPDATE customer SET owner_id = (SELECT m.to_owner FROM {HandoverMoves.Table} m WHERE m.customer_id = customer.customer_id),
                store_id = (SELECT m.to_store FROM {HandoverMoves.Table} m WHERE m.customer_id = customer.customer_id), version = version + 1
            WHERE customer_id IN (SELECT customer_id FROM {HandoverMoves.Table})
            """);
        AddHistory(CustomerEvents.Owner, "m.to_owner", "staff", "coalesce(m.from_owner, 0) <> coalesce(m.to_owner, 0)", staffId);
        AddHistory(CustomerEvents.Store, "m.to_store", "store", "coalesce(m.from_store, 0) <> coalesce(m.to_store, 0)", staffId);
        CustomerFindIndex.RefreshAll(session, HandoverMoves.Table, "coalesce(t.from_store, 0) <> coalesce(t.to_store, 0)");
        var along = parts.Sum(part => part.HandOver(session));
        var ids = new List<long>();
        using (var rows = session.Read($"SELECT customer_id FROM {HandoverMoves.Table} ORDER BY customer_id"))
            while (rows.Next()) ids.Add(rows.Long(0));
        foreach (var listener in listeners) listener.CustomersChanged(session, ids);
        return along;
    }

    /// <summary>A line in each customer's history, by the name of today.</summary>
    private void AddHistory(string kind, string what, string table, string where, long staffId)
    {
        var count = session.Scalar<long>($"SELECT count(*) FROM {HandoverMoves.Table} m WHERE {where}");
        if (count == 0) return;
        session.Execute($"""
            INSERT INTO customer_event (customer_id, id, at, kind, words, staff_id)
            SELECT m.customer_id, @first + row_number() OVER (ORDER BY m.customer_id) - 1, @at, @kind, coalesce(n.name, ''), @by
            FROM {HandoverMoves.Table} m LEFT JOIN {table} n ON n.id = {what} WHERE {where}
            """, ("first", session.ReserveIds("customer_event", count)), ("at", time.GetUtcNow()), ("kind", kind), ("by", staffId));
    }
}
