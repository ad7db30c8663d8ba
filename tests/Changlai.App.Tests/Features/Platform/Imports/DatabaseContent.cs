using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Tests.Features.Platform.Imports;

/// <summary>All that a database holds, table by table and row by row, but for what keeps account of the work itself.</summary>
internal static class DatabaseContent
{
    private static readonly string[] Accounts =
        ["id_block", "idempotency_key", "lease", "planning_run", "planning_due", "duplicate_due", "bought_due", "product_recalculation", "data_protection_key", "schema_version", "import_run", "import_columns",
            "audit_entry", "audit_unsealed", "audit_link", "audit_seal", "staff_session"];

    public static List<string> Of(Database database)
    {
        using var session = database.OpenSession();
        var content = new List<string>();
        foreach (var table in Tables(session).Except(Accounts, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // SQLite's find index holds no text of its own that could be read back; its rows stand for it.
            var row = table == "customer_find" && session.IsSqlite ? "CAST(rowid AS TEXT)" : RowImages.Json(session, table);
            var lines = new List<string>();
            using (var rows = session.Read($"SELECT {row} FROM {table} t"))
                while (rows.Next()) lines.Add($"{table}: {rows.Text(0)}");
            lines.Sort(StringComparer.Ordinal);
            content.AddRange(lines);
        }
        return content;
    }

    private static List<string> Tables(DatabaseSession session)
    {
        var tables = new List<string>();
        using var rows = session.IsSqlite
            ? session.Read("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'customer_find_%'")
            : session.Read("SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'");
        while (rows.Next()) tables.Add(rows.Text(0));
        return tables;
    }
}
