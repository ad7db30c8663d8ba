using System.Text.Json;
using System.Text.Json.Nodes;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>
/// Every row of two customers as it stood before a merge and right after it. Undoing compares what stands now with what
/// stood after, and puts back what stood before: nothing has to be worked out backwards.
/// </summary>
internal sealed class MergeJournal(DatabaseSession session, long mergeId, long one, long other)
{
    public const string Before = "before";
    public const string After = "after";
    public const string Now = "now";

    private readonly TableColumns columns = new(session);

    public void Keep(string phase, CustomerTable table) => session.Execute($"""
        INSERT INTO merge_row (merge_id, phase, table_name, number, content)
        SELECT @merge, @phase, @table, row_number() OVER (), {columns.RowAsJson(table.Name)} FROM {table.Name} x WHERE {table.Of}
        """, ("merge", mergeId), ("phase", phase), ("table", table.Name), ("one", one), ("other", other));

    public void Forget(string phase) => session.Execute("DELETE FROM merge_row WHERE merge_id = @merge AND phase = @phase", ("merge", mergeId), ("phase", phase));

    /// <summary>What people have changed in a table since the merge; null for nothing.</summary>
    public LaterChange? ChangedSince(CustomerTable table)
    {
        if (!table.IsWatched) return null;
        var then = Rows(After, table).Where(row => IsWatched(table, row)).ToDictionary(row => KeyOf(table, row), row => Watched(table, row), StringComparer.Ordinal);
        var (added, changed) = (0, 0);
        foreach (var row in Rows(Now, table).Where(row => IsWatched(table, row)))
        {
            if (!then.Remove(KeyOf(table, row), out var was)) added++;
            else if (was != Watched(table, row)) changed++;
        }
        return added + changed + then.Count == 0 ? null : new LaterChange(table, added, changed, then.Count);
    }

    /// <summary>Takes out what stands there now and puts back what stood before; columns that machines work out keep what they have become.</summary>
    public void Restore(CustomerTable table)
    {
        if (table.Derived.Count > 0) CarryDerived(table);
        if (Rows(Before, table) is not [var first, ..]) return;
        var kept = columns.Of(table.Name).Where(first.ContainsKey).ToList();
        session.Execute(session.IsSqlite
            ? $"""
                INSERT INTO {table.Name} ({TableColumns.List(kept)}) SELECT {string.Join(", ", kept.Select(column => $"json_extract(m.content, '$.{TableColumns.Quoted(column)}')"))}
                FROM merge_row m WHERE m.merge_id = @merge AND m.phase = 'before' AND m.table_name = @table
                """
            : $"""
                INSERT INTO {table.Name} ({TableColumns.List(kept)}) SELECT {TableColumns.List(kept, "r")}
                FROM merge_row m CROSS JOIN LATERAL jsonb_populate_record(NULL::{table.Name}, m.content::jsonb) r
                WHERE m.merge_id = @merge AND m.phase = 'before' AND m.table_name = @table
                """, ("merge", mergeId), ("table", table.Name));
    }

    public void Delete(CustomerTable table) => session.Execute($"DELETE FROM {table.Name} WHERE {table.Of}", ("one", one), ("other", other));

    private void CarryDerived(CustomerTable table)
    {
        var now = Rows(Now, table).ToDictionary(row => KeyOf(table, row), StringComparer.Ordinal);
        foreach (var (number, row) in Numbered(Before, table))
        {
            if (!now.TryGetValue(KeyOf(table, row), out var present)) continue;
            var changed = table.Derived.Where(column => present[column]?.ToJsonString() != row[column]?.ToJsonString()).ToList();
            if (changed.Count == 0) continue;
            foreach (var column in changed) row[column] = present[column]?.DeepClone();
            session.Execute("UPDATE merge_row SET content = @content WHERE merge_id = @merge AND phase = 'before' AND table_name = @table AND number = @number",
                ("content", row.ToJsonString()), ("merge", mergeId), ("table", table.Name), ("number", number));
        }
    }

    private static bool IsWatched(CustomerTable table, JsonObject row) => table.WatchedWhere is not { } column || row[column] is not null;

    private static string KeyOf(CustomerTable table, JsonObject row) => string.Join('|', table.Key.Select(column => row[column]?.ToJsonString()));

    private static string Watched(CustomerTable table, JsonObject row) => string.Join('|',
        row.Where(column => table.Watched?.Contains(column.Key) ?? !table.Derived.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => $"{column.Key}={column.Value?.ToJsonString()}"));

    private List<JsonObject> Rows(string phase, CustomerTable table) => [.. Numbered(phase, table).Select(entry => entry.Row)];

    private List<(int Number, JsonObject Row)> Numbered(string phase, CustomerTable table)
    {
        var found = new List<(int, JsonObject)>();
        using var rows = session.Read("SELECT number, content FROM merge_row WHERE merge_id = @merge AND phase = @phase AND table_name = @table ORDER BY number",
            ("merge", mergeId), ("phase", phase), ("table", table.Name));
        while (rows.Next()) found.Add((rows.Int(0), JsonSerializer.Deserialize<JsonObject>(rows.Text(1))!));
        return found;
    }
}

/// <summary>What has changed in a table since a merge.</summary>
internal sealed record LaterChange(CustomerTable Table, int Added, int Changed, int Removed);
