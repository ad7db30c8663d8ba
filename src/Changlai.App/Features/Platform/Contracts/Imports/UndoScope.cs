namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>What an import that is being undone made and changed, as its <see cref="ImportJournal"/> kept it.</summary>
internal sealed class UndoScope
{
    /// <summary>A temporary table of the customers who were there before the import and got something from it.</summary>
    public const string Touched = "undo_touched";

    private readonly DatabaseSession session;
    private readonly Dictionary<string, List<(long First, long Last)>> made = new(StringComparer.Ordinal);

    public UndoScope(DatabaseSession session, long run)
    {
        (this.session, Run) = (session, run);
        using (var rows = session.Read("SELECT name, first_id, last_id FROM import_made WHERE run_id = @run ORDER BY name, first_id", ("run", run)))
            while (rows.Next())
            {
                if (!made.TryGetValue(rows.Text(0), out var ranges)) made[rows.Text(0)] = ranges = [];
                ranges.Add((rows.Long(1), rows.Long(2)));
            }
        session.CreateTemporaryTable(Touched, "customer_id bigint PRIMARY KEY");
        session.Execute($"INSERT INTO {Touched} SELECT touched_id FROM import_touched WHERE run_id = @run", ("run", run));
        session.Analyze(Touched);
    }

    public long Run { get; }

    public bool HasMade(string name) => made.ContainsKey(name);

    /// <summary>How many ids of a name were reserved.</summary>
    public long CountMade(string name) => made.TryGetValue(name, out var ranges) ? ranges.Sum(range => range.Last - range.First + 1) : 0;

    public IEnumerable<long> MadeIds(string name) =>
        made.TryGetValue(name, out var ranges) ? ranges.SelectMany(range => Enumerable.Range(0, (int)(range.Last - range.First + 1)).Select(step => range.First + step)) : [];

    /// <summary>A condition that a column holds an id that the import made.</summary>
    public string IsMade(string name, string column) => made.TryGetValue(name, out var ranges)
        ? $"({string.Join(" OR ", ranges.Select(range => $"{column} BETWEEN {range.First} AND {range.Last}"))})"
        : "(1 = 0)";

    /// <summary>The groups of a table that were kept and are not any more as the import left them.</summary>
    public List<(long First, long Second)> ChangedSince(KeptTable table)
    {
        var changed = new List<(long, long)>();
        if (!HasKept(table)) return changed;
        var second = table.SecondKey is null ? "0" : $"t.{table.SecondKey}";
        var kept = "SELECT first_key AS k1, second_key AS k2, content AS c FROM import_image WHERE run_id = @run AND table_name = @table AND phase = 'after' AND content IS NOT NULL";
        var now = $"""
            SELECT t.{table.FirstKey} AS k1, {second} AS k2, {RowImages.Json(session, table.Name)} AS c FROM {table.Name} t WHERE (t.{table.FirstKey}, {second}) IN (
                SELECT first_key, second_key FROM import_image WHERE run_id = @run AND table_name = @table AND phase = 'before')
            """;
        using var rows = session.Read($"""
            SELECT DISTINCT d.k1, d.k2 FROM (
                SELECT a.k1, a.k2 FROM ({kept} EXCEPT {now}) a UNION ALL SELECT b.k1, b.k2 FROM ({now} EXCEPT {kept}) b) d
            """, ("run", Run), ("table", table.Name));
        while (rows.Next()) changed.Add((rows.Long(0), rows.Long(1)));
        return changed;
    }

    /// <summary>Puts the kept groups of a table back as they were.</summary>
    /// <param name="only">A condition on rows <c>t</c> that may go; null for all.</param>
    /// <returns>Whether any were kept.</returns>
    public bool Restore(KeptTable table, string? only = null)
    {
        if (!HasKept(table)) return false;
        var keys = table.SecondKey is null ? $"{table.FirstKey} IN (SELECT first_key" : $"({table.FirstKey}, {table.SecondKey}) IN (SELECT first_key, second_key";
        session.Execute($"""
            DELETE FROM {table.Name} WHERE {keys} FROM import_image WHERE run_id = @run AND table_name = @table AND phase = 'before'){(only is null ? "" : $" AND {only}")}
            """, ("run", Run), ("table", table.Name));
        RowImages.PutBack(session, table.Name, "FROM import_image i WHERE i.run_id = @run AND i.table_name = @table AND i.phase = 'before' AND i.content IS NOT NULL",
            ("run", Run), ("table", table.Name));
        return true;
    }

    public bool HasKept(KeptTable table) =>
        session.Scalar<long>("SELECT count(*) FROM (SELECT 1 FROM import_image WHERE run_id = @run AND table_name = @table AND phase = 'before' LIMIT 1) k", ("run", Run), ("table", table.Name)) > 0;

    /// <summary>The first keys of a table's kept groups.</summary>
    public List<long> Kept(KeptTable table)
    {
        var keys = new List<long>();
        using var rows = session.Read("SELECT DISTINCT first_key FROM import_image WHERE run_id = @run AND table_name = @table AND phase = 'before' ORDER BY first_key",
            ("run", Run), ("table", table.Name));
        while (rows.Next()) keys.Add(rows.Long(0));
        return keys;
    }

    public List<string> Notes(string name)
    {
        var notes = new List<string>();
        using var rows = session.Read("SELECT content FROM import_image WHERE run_id = @run AND table_name = @name AND phase = 'note' ORDER BY image_id", ("run", Run), ("name", name));
        while (rows.Next()) notes.Add(rows.Text(0));
        return notes;
    }
}
