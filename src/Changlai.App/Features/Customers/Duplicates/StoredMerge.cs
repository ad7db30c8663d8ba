using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>A merge that was done.</summary>
/// <param name="StoreId">The store of both; null where they came from two, which only those of all stores may touch.</param>
/// <param name="By">Who did it.</param>
public sealed record StoredMerge(
    long Id, long Survivor, long Merged, string SurvivorName, string MergedName, long? StoreId, DateTimeOffset At, string? By, DateTimeOffset? UndoneAt, string? UndoneBy)
{
    private const string Columns = """
        SELECT m.id, m.survivor_id, m.merged_id, m.survivor_name, m.merged_name, m.store_id, m.merged_at, b.name, m.undone_at, u.name
        FROM customer_merge m LEFT JOIN staff b ON b.id = m.merged_by LEFT JOIN staff u ON u.id = m.undone_by
        """;

    /// <summary>A chain longer than this was made by nobody.</summary>
    private const int LongestChain = 50;

    /// <summary>A merge that this reader may take back.</summary>
    internal static StoredMerge? Find(DatabaseSession session, Viewer viewer, long id) =>
        All(session, $"{Columns} WHERE m.id = @id{Seen(viewer)}", [("id", id), ("me", viewer.StaffId), .. viewer.Scope.Values]).FirstOrDefault();

    internal static StoredMerge? Find(DatabaseSession session, long id) => One(session, $"{Columns} WHERE m.id = @id", ("id", id));

    /// <summary>A merge of either of the two after this one, which has to be undone before.</summary>
    internal static StoredMerge? LaterThan(DatabaseSession session, StoredMerge merge) => One(session, $"""
        {Columns} WHERE m.id > @id AND m.undone_at IS NULL AND (m.survivor_id = @survivor OR m.merged_id = @survivor) ORDER BY m.id DESC LIMIT 1
        """, ("id", merge.Id), ("survivor", merge.Survivor));

    /// <summary>The newest first.</summary>
    /// <param name="before">Only those before this one; null for the newest.</param>
    internal static IReadOnlyList<StoredMerge> Read(DatabaseSession session, Viewer viewer, long? before, int limit) => All(session, $"""
        {Columns} WHERE m.id < @before{Seen(viewer)} ORDER BY m.id DESC LIMIT {limit}
        """, [("before", before ?? long.MaxValue), ("me", viewer.StaffId), .. viewer.Scope.Values]);

    /// <summary>Whatever the reader: merges since a moment that still stand.</summary>
    internal static IReadOnlyList<StoredMerge> Since(DatabaseSession session, DateTimeOffset since, int limit) =>
        All(session, $"{Columns} WHERE m.undone_at IS NULL AND m.merged_at >= @since ORDER BY m.id DESC LIMIT {limit}", ("since", since));

    /// <summary>Whom a customer who is gone was merged into, over all merges since; null when nobody was.</summary>
    internal static long? Into(DatabaseSession session, long gone)
    {
        using var rows = session.Read($"""
            WITH RECURSIVE path (id, step) AS (
                SELECT survivor_id, 1 FROM customer_merge WHERE merged_id = @id AND undone_at IS NULL
                UNION ALL SELECT m.survivor_id, p.step + 1 FROM path p JOIN customer_merge m ON m.merged_id = p.id AND m.undone_at IS NULL WHERE p.step < {LongestChain})
            SELECT id FROM path ORDER BY step DESC LIMIT 1
            """, ("id", gone));
        return rows.Next() ? rows.Long(0) : null;
    }

    /// <summary>Of their stores, or their own doing; and whoever is left of it must be in sight still.</summary>
    private static string Seen(Viewer viewer)
    {
        var scope = viewer.Scope;
        if (scope.IsAll) return "";
        var whose = scope.Owner is null ? $"(m.store_id IN ({string.Join(", ", scope.Stores)}) OR m.merged_by = @me)" : "m.merged_by = @me";
        return $" AND {whose} AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.customer_id IN (m.survivor_id, m.merged_id) AND ({scope.Where("c")}) IS NOT TRUE)";
    }

    private static StoredMerge? One(DatabaseSession session, string sql, params (string, object?)[] values) => All(session, sql, values).FirstOrDefault();

    private static List<StoredMerge> All(DatabaseSession session, string sql, params (string, object?)[] values)
    {
        var merges = new List<StoredMerge>();
        using var rows = session.Read(sql, values);
        while (rows.Next())
            merges.Add(new StoredMerge(rows.Long(0), rows.Long(1), rows.Long(2), rows.Text(3), rows.Text(4), rows.LongOrNull(5), rows.Instant(6), rows.TextOrNull(7),
                rows.IsNull(8) ? null : rows.Instant(8), rows.TextOrNull(9)));
        return merges;
    }
}
