namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>
/// What an import does to the database, kept so that it can be undone: the ids it reserved, as ranges; the customers that were
/// there before; and images of the rows it changes. A session that has one tells it of every id it reserves; whoever changes
/// or deletes rows keeps them first. An import that only adds costs a handful of rows.
/// </summary>
internal sealed class ImportJournal(DatabaseSession session, long run)
{
    public const string Before = "before";
    public const string After = "after";
    public const string Noted = "note";

    private readonly SortedDictionary<string, List<(long First, long Last)>> made = new(StringComparer.Ordinal);
    private readonly SortedSet<long> touched = [];
    private readonly Dictionary<string, KeptTable> kept = new(StringComparer.Ordinal);

    /// <summary>Ids reserved for records that are new.</summary>
    public void Made(string name, long first, long count)
    {
        if (count <= 0) return;
        if (!made.TryGetValue(name, out var ranges)) made[name] = ranges = [];
        if (ranges.Count > 0 && ranges[^1].Last == first - 1) ranges[^1] = (ranges[^1].First, first + count - 1);
        else ranges.Add((first, first + count - 1));
    }

    public bool IsMade(string name, long id) => made.TryGetValue(name, out var ranges) && ranges.Exists(range => id >= range.First && id <= range.Last);

    /// <summary>Customers who were there before and to whom something is added.</summary>
    public void Touch(IEnumerable<long> customers) => touched.UnionWith(customers.Where(customer => !IsMade("customer", customer)));

    /// <summary>Keeps groups of rows as they are now, before they are changed; what is kept already stays.</summary>
    /// <param name="keys">A temporary table that names the groups.</param>
    /// <param name="first">Its column for the first key.</param>
    /// <param name="second">Its column for the second.</param>
    public void Keep(KeptTable table, string keys, string first, string? second = null)
    {
        kept[table.Name] = table;
        var last = second is null ? "k1" : "k2";
        var own = made.TryGetValue(table.MadeAs, out var ranges) ? string.Concat(ranges.Select(range => $" AND NOT k.{last} BETWEEN {range.First} AND {range.Last}")) : "";
        Take(table, Before, $"(SELECT DISTINCT {first} AS k1, {second ?? "0"} AS k2 FROM {keys})", $"""
            WHERE NOT EXISTS (
                SELECT 1 FROM import_image i WHERE i.run_id = @run AND i.table_name = @table AND i.first_key = k.k1 AND i.second_key = k.k2){own}
            """);
    }

    public void Keep(KeptTable table, IReadOnlyCollection<long> groups)
    {
        if (groups.Count == 0) return;
        const string Listed = "kept_group";
        session.CreateTemporaryTable(Listed, "id bigint");
        using (var insert = session.Insert(Listed, "id"))
        {
            foreach (var group in groups) insert.Add(group).EndRow();
            insert.Complete();
        }
        session.Analyze(Listed);
        Keep(table, Listed, "id");
        session.Execute($"DROP TABLE {Listed}");
    }

    /// <summary>Keeps something that has no number, such as a new name in a shared list.</summary>
    public void Note(string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0) return;
        var id = NextImage();
        using var insert = session.Insert("import_image", "run_id", "image_id", "phase", "table_name", "first_key", "second_key", "content");
        foreach (var text in texts) insert.Add(run).Add(id++).Add(Noted).Add(name).Add(0L).Add(0L).Add(text).EndRow();
        insert.Complete();
    }

    /// <summary>At the end of the import: writes the ranges down, and the changed rows as they are now, which tells a later change.</summary>
    public void Complete()
    {
        foreach (var table in kept.Values.Where(table => table.IsSealed))
            Take(table, After, "(SELECT DISTINCT first_key AS k1, second_key AS k2 FROM import_image WHERE run_id = @run AND table_name = @table)", "");
        using (var insert = session.Insert("import_made", "run_id", "name", "first_id", "last_id"))
        {
            foreach (var (name, ranges) in made)
                foreach (var (first, last) in ranges) insert.Add(run).Add(name).Add(first).Add(last).EndRow();
            insert.Complete();
        }
        using (var insert = session.Insert("import_touched", "run_id", "touched_id"))
        {
            foreach (var customer in touched) insert.Add(run).Add(customer).EndRow();
            insert.Complete();
        }
    }

    /// <summary>Forgets all about an import.</summary>
    public static void Forget(DatabaseSession session, long run)
    {
        foreach (var table in (string[])["import_made", "import_touched", "import_image"])
            session.Execute($"DELETE FROM {table} WHERE run_id = @run", ("run", run));
    }

    private void Take(KeptTable table, string phase, string groups, string where) => session.Execute($"""
        INSERT INTO import_image (run_id, image_id, phase, table_name, first_key, second_key, content)
        SELECT @run, @next + row_number() OVER (ORDER BY k.k1, k.k2), @phase, @table, k.k1, k.k2, CASE WHEN t.{table.FirstKey} IS NULL THEN NULL ELSE {RowImages.Json(session, table.Name)} END
        FROM {groups} k LEFT JOIN {table.Name} t ON t.{table.FirstKey} = k.k1{(table.SecondKey is null ? "" : $" AND t.{table.SecondKey} = k.k2")}
        {where}
        """, ("run", run), ("table", table.Name), ("phase", phase), ("next", NextImage()));

    private long NextImage() => session.Scalar<long>("SELECT coalesce(max(image_id), 0) + 1 FROM import_image WHERE run_id = @run", ("run", run));
}
