using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Import.Runs;

/// <summary>The table of imports. A change of state names the states it may come from, so of two that race one wins.</summary>
internal static class ImportRuns
{
    private const string Columns = "r.id, r.file_name, r.state, s.name, r.started_at, r.finished_at, r.report";
    private const string Kind = "orders";

    public static long Add(DatabaseSession session, string fileName, long staffId, DateTimeOffset now, Func<long, ImportDetails> details)
    {
        var id = session.ReserveIds("import_run", 1);
        var kept = details(id);
        session.Execute("""
            INSERT INTO import_run (id, kind, source, file_name, state, staff_id, started_at, report)
            VALUES (@id, @kind, @source, @file, @state, @staff, @at, @report)
            """, ("id", id), ("kind", Kind), ("source", kept.Settings.Source), ("file", fileName), ("state", ImportState.Checking.Code()),
            ("staff", staffId), ("at", now), ("report", kept.ToJson()));
        return id;
    }

    public static ImportRun? Find(DatabaseSession session, long id)
    {
        using var rows = session.Read($"SELECT {Columns} FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id WHERE r.id = @id AND r.kind = @kind",
            ("id", id), ("kind", Kind));
        return rows.Next() ? Row(rows) : null;
    }

    /// <summary>A run that this reader may see: of their own store's people, or any for the head office.</summary>
    public static ImportRun? Find(DatabaseSession session, long id, Viewer viewer)
    {
        using var rows = session.Read($"""
            SELECT {Columns} FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id
            WHERE r.id = @id AND r.kind = @kind {Scope(viewer)}
            """, ("id", id), ("kind", Kind), ("store", viewer.StoreScope ?? 0));
        return rows.Next() ? Row(rows) : null;
    }

    /// <summary>The newest first, beginning after the run of an id; without the previews, which are long.</summary>
    public static List<ImportListRow> List(DatabaseSession session, Viewer viewer, long? before, int count)
    {
        using var rows = session.Read($"""
            SELECT r.id, r.file_name, r.state, s.name, r.started_at, CASE WHEN r.state = 'done' THEN r.report END
            FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id
            WHERE r.id < @before AND r.kind = @kind {Scope(viewer)} ORDER BY r.id DESC LIMIT {count}
            """, ("before", before ?? long.MaxValue), ("kind", Kind), ("store", viewer.StoreScope ?? 0));
        var list = new List<ImportListRow>();
        while (rows.Next())
            list.Add(new ImportListRow(rows.Long(0), rows.Text(1), ImportStates.Parse(rows.Text(2)), rows.TextOrNull(3), rows.Instant(4),
                rows.TextOrNull(5) is { } report ? ImportDetails.FromJson(report).Result : null));
        return list;
    }

    /// <summary>Moves a run on; false when it was no longer in a state to move from.</summary>
    public static bool Move(DatabaseSession session, long id, ReadOnlySpan<ImportState> from, ImportState to, ImportDetails? details = null, DateTimeOffset? finishedAt = null)
    {
        // State codes are ours and hold letters only.
        var states = string.Join(", ", from.ToArray().Select(state => $"'{state.Code()}'"));
        return session.Execute($"""
            UPDATE import_run SET state = @to{(details is null ? "" : ", report = @report")}{(finishedAt is null ? "" : ", finished_at = @at")}
            WHERE id = @id AND state IN ({states})
            """, ("id", id), ("to", to.Code()), ("report", details?.ToJson() ?? ""), ("at", finishedAt ?? DateTimeOffset.UnixEpoch)) > 0;
    }

    /// <summary>The runs that the machine was at, whether or not it still lives.</summary>
    public static List<ImportRun> AtWork(DatabaseSession session) => Where(session, "r.state IN ('checking', 'queued', 'running')", default);

    /// <summary>Runs begun before a moment that still wait for a person.</summary>
    public static List<ImportRun> OpenSince(DatabaseSession session, DateTimeOffset before) =>
        Where(session, "r.started_at < @before AND r.state IN ('ready', 'unusable', 'failed', 'interrupted')", before);

    private static List<ImportRun> Where(DatabaseSession session, string condition, DateTimeOffset before)
    {
        using var rows = session.Read($"SELECT {Columns} FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id WHERE r.kind = @kind AND {condition} ORDER BY r.id",
            ("kind", Kind), ("before", before));
        var list = new List<ImportRun>();
        while (rows.Next()) list.Add(Row(rows));
        return list;
    }

    private static string Scope(Viewer viewer) => viewer.StoreScope is null ? "" : "AND s.store_id = @store";

    private static ImportRun Row(Rows rows) => new(
        rows.Long(0), rows.Text(1), ImportStates.Parse(rows.Text(2)), rows.TextOrNull(3), rows.Instant(4), rows.IsNull(5) ? null : rows.Instant(5),
        ImportDetails.FromJson(rows.Text(6)));
}

/// <summary>An import as the list shows it.</summary>
public sealed record ImportListRow(long Id, string FileName, ImportState State, string? StaffName, DateTimeOffset StartedAt, ImportCounts? Result);
