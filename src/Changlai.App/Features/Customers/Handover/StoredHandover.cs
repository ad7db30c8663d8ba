using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>A handover that was done.</summary>
/// <param name="From">Whose customers they were, where they were one person's.</param>
/// <param name="StoreId">The store of whoever did it; null when somebody of several or of all did, which only they and those of all may undo.</param>
public sealed record StoredHandover(long Id, string? From, long? StoreId, int Customers, int FollowUps, DateTimeOffset At, string? By, DateTimeOffset? UndoneAt)
{
    private const string Columns = """
        SELECT h.id, f.name, h.store_id, h.customers, h.follow_ups, h.handed_at, b.name, h.undone_at
        FROM handover h LEFT JOIN staff f ON f.id = h.from_id LEFT JOIN staff b ON b.id = h.handed_by
        """;

    internal static StoredHandover? Find(DatabaseSession session, Viewer viewer, long id, bool forUpdate = false)
    {
        // Two who undo it at once: the second waits and sees that it is undone.
        if (forUpdate && !session.IsSqlite) session.Execute("SELECT 1 FROM handover WHERE id = @id FOR UPDATE", ("id", id));
        return All(session, $"{Columns} WHERE h.id = @id AND {Seen(viewer)}", ("id", id), ("me", viewer.StaffId)).FirstOrDefault();
    }

    /// <summary>The newest first.</summary>
    internal static List<StoredHandover> Latest(DatabaseSession session, Viewer viewer, int limit) => All(session, $"""
        {Columns} WHERE {Seen(viewer)} ORDER BY h.id DESC LIMIT {limit}
        """, ("me", viewer.StaffId));

    private static string Seen(Viewer viewer) => viewer.Scope switch
    {
        { IsAll: true } => "true",
        { Owner: not null } => "h.handed_by = @me",
        var scope => $"(h.handed_by = @me OR h.store_id IN ({string.Join(", ", scope.Stores)}))",
    };

    private static List<StoredHandover> All(DatabaseSession session, string sql, params (string, object?)[] values)
    {
        var all = new List<StoredHandover>();
        using var rows = session.Read(sql, values);
        while (rows.Next())
            all.Add(new StoredHandover(rows.Long(0), rows.TextOrNull(1), rows.LongOrNull(2), rows.Int(3), rows.Int(4), rows.Instant(5), rows.TextOrNull(6), rows.IsNull(7) ? null : rows.Instant(7)));
        return all;
    }
}
