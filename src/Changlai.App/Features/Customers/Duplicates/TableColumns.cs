using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>The columns of tables, read from the catalog: what a later version adds moves with the rest.</summary>
internal sealed class TableColumns(DatabaseSession session)
{
    private readonly Dictionary<string, IReadOnlyList<string>> known = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Of(string table) => known.TryGetValue(table, out var columns) ? columns : known[table] = Read(table);

    /// <summary>A row of the table (as <c>x</c>) as JSON, the columns always in the same order.</summary>
    public string RowAsJson(string table) => session.IsSqlite
        ? $"json_object({string.Join(", ", Of(table).Select(column => $"'{column}', x.{Quoted(column)}"))})"
        : "to_jsonb(x)::text";

    /// <summary>The columns, for a statement.</summary>
    public static string List(IEnumerable<string> columns, string? of = null) => string.Join(", ", columns.Select(column => $"{(of is null ? "" : of + ".")}{Quoted(column)}"));

    public static string Quoted(string column) => $"\"{column}\"";

    private List<string> Read(string table)
    {
        var columns = new List<string>();
        using var rows = session.IsSqlite
            ? session.Read("SELECT name FROM pragma_table_info(@table) ORDER BY cid", ("table", table))
            : session.Read("SELECT attname::text FROM pg_attribute WHERE attrelid = to_regclass(@table) AND attnum > 0 AND NOT attisdropped ORDER BY attnum", ("table", table));
        while (rows.Next()) columns.Add(rows.Text(0));
        return columns;
    }
}
