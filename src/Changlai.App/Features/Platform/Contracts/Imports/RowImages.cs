namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>Rows as JSON and back again, by the databases' own means: no column is named here, so none can be forgotten.</summary>
internal static class RowImages
{
    /// <summary>The expression for a row <c>t</c> of a table as JSON text.</summary>
    public static string Json(DatabaseSession session, string table) => session.IsSqlite
        ? $"json_object({string.Join(", ", Columns(session, table).Select(column => $"'{column}', t.{column}"))})"
        : "to_jsonb(t)::text";

    /// <summary>Puts the images selected back into their table; a row that is there again stays.</summary>
    /// <param name="images">FROM and WHERE of images <c>i</c>.</param>
    public static int PutBack(DatabaseSession session, string table, string images, params ReadOnlySpan<(string, object?)> values)
    {
        var columns = session.IsSqlite ? Columns(session, table) : [];
        return session.Execute(session.IsSqlite
            ? $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", columns.Select(column => $"i.content ->> '$.{column}'"))} {images} ON CONFLICT DO NOTHING"
            : $"INSERT INTO {table} SELECT (jsonb_populate_record(NULL::{table}, i.content::jsonb)).* {images} ON CONFLICT DO NOTHING", values);
    }

    /// <summary>The tables that have a column of one of these names.</summary>
    public static List<(string Table, string Column)> TablesWith(DatabaseSession session, params IReadOnlyList<string> columns)
    {
        // Names of columns are ours and hold letters only.
        var names = string.Join(", ", columns.Select(column => $"'{column}'"));
        var found = new List<(string, string)>();
        using var rows = session.IsSqlite
            ? session.Read($"SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name IN ({names}) ORDER BY m.name, c.name")
            : session.Read($"""
                SELECT c.table_name::text, c.column_name::text FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.column_name IN ({names}) ORDER BY 1, 2
                """);
        while (rows.Next()) found.Add((rows.Text(0), rows.Text(1)));
        return found;
    }

    private static List<string> Columns(DatabaseSession session, string table)
    {
        var columns = new List<string>();
        using var rows = session.Read("SELECT name FROM pragma_table_info(@table)", ("table", table));
        while (rows.Next()) columns.Add(rows.Text(0));
        return columns;
    }
}
