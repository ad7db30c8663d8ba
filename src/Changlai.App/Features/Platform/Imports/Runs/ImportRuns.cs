using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>The table of imports. A change of state names the states it may come from, so of two that race one wins.</summary>
internal static class ImportRuns
{
    private const string Columns = "r.id, r.kind, r.file_name, r.state, s.name, r.started_at, r.finished_at, r.report";

    public static long Add(DatabaseSession session, string kind, string fileName, long staffId, DateTimeOffset now, Func<long, ImportDetails> details)
    {
        var id = session.ReserveIds("import_run", 1);
        var kept = details(id);
        session.Execute("""
            INSERT INTO import_run (id, kind, source, file_name, state, staff_id, started_at, report)
            VALUES (@id, @kind, @source, @file, @state, @staff, @at, @report)
            """, ("id", id), ("kind", kind), ("source", kept.Settings.Source), ("file", fileName), ("state", ImportState.Checking.Code()),
            ("staff", staffId), ("at", now), ("report", kept.ToJson()));
        return id;
    }

    public static ImportRun? Find(DatabaseSession session, long id)
    {
        using var rows = session.Read($"SELECT {Columns} FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id WHERE r.id = @id", ("id", id));
        return rows.Next() ? Row(rows) : null;
    }

    /// <summary>A run that this reader may see: of a kind they may import; their own, by people of their stores who saw no more than they do, or by anybody for the head office.</summary>
    public static ImportRun? Find(DatabaseSession session, long id, Viewer viewer, IReadOnlyList<string> kinds)
    {
        using var rows = session.Read($"""
            SELECT {Columns} FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id
            WHERE r.id = @id {Scope(viewer, kinds)}
            """, ("id", id), ("me", viewer.StaffId));
        return rows.Next() ? Row(rows) : null;
    }

    /// <summary>The newest first, beginning after the run of an id; without the previews, which are long.</summary>
    public static List<ImportListRow> List(DatabaseSession session, Viewer viewer, IReadOnlyList<string> kinds, long? before, int count)
    {
        using var rows = session.Read($"""
            SELECT r.id, r.kind, r.file_name, r.state, s.name, r.started_at, CASE WHEN r.state = 'done' THEN r.report END
            FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id
            WHERE r.id < @before {Scope(viewer, kinds)} ORDER BY r.id DESC LIMIT {count}
            """, ("before", before ?? long.MaxValue), ("me", viewer.StaffId));
        var list = new List<ImportListRow>();
        while (rows.Next())
            list.Add(new ImportListRow(rows.Long(0), rows.Text(1), rows.Text(2), ImportStates.Parse(rows.Text(3)), rows.TextOrNull(4), rows.Instant(5),
                rows.TextOrNull(6) is { } report ? ImportDetails.FromJson(report).Result : null));
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
    public static List<ImportRun> AtWork(DatabaseSession session) => Where(session, "r.state IN ('checking', 'queued', 'running', 'undoing')", default);

    /// <summary>Runs begun before a moment that still wait for a person.</summary>
    public static List<ImportRun> OpenSince(DatabaseSession session, DateTimeOffset before) =>
        Where(session, "r.started_at < @before AND r.state IN ('ready', 'unusable', 'failed', 'interrupted')", before);

    /// <summary>Done before a moment, and still to be undone.</summary>
    public static List<ImportRun> UndoableSince(DatabaseSession session, DateTimeOffset before) =>
        Where(session, "r.finished_at < @before AND r.state = 'done' AND r.report LIKE '%\"undoUntil\":%'", before);

    private static List<ImportRun> Where(DatabaseSession session, string condition, DateTimeOffset before)
    {
        using var rows = session.Read($"SELECT {Columns} FROM import_run r LEFT JOIN staff s ON s.id = r.staff_id WHERE {condition} ORDER BY r.id",
            ("before", before));
        var list = new List<ImportRun>();
        while (rows.Next()) list.Add(Row(rows));
        return list;
    }

    /// <summary>Codes of kinds are ours and hold letters only.</summary>
    private static string Scope(Viewer viewer, IReadOnlyList<string> kinds) => kinds.Count == 0 ? "AND false" : $"AND r.kind IN ({string.Join(", ", kinds.Select(kind => $"'{kind}'"))}) AND {Whose(viewer.Scope)}";

    private static string Whose(CustomerScope scope)
    {
        if (scope.IsAll) return "true";
        if (scope.Owner is not null) return "r.staff_id = @me";
        var mine = string.Join(", ", scope.Stores);
        return $"""
            (r.staff_id = @me OR s.store_id IN ({mine}) AND {Viewers.SeesAll} IS NOT TRUE
                AND NOT EXISTS (SELECT 1 FROM staff_store f WHERE f.staff_id = s.id AND f.store_id NOT IN ({mine})))
            """;
    }

    private static ImportRun Row(Rows rows) => new(
        rows.Long(0), rows.Text(1), rows.Text(2), ImportStates.Parse(rows.Text(3)), rows.TextOrNull(4), rows.Instant(5), rows.IsNull(6) ? null : rows.Instant(6),
        ImportDetails.FromJson(rows.Text(7)));
}

/// <summary>An import as the list shows it.</summary>
public sealed record ImportListRow(long Id, string Kind, string FileName, ImportState State, string? StaffName, DateTimeOffset StartedAt, ImportCounts? Result);
