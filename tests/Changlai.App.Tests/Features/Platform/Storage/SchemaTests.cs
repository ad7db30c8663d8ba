using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Storage;
using Changlai.App.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Changlai.App.Tests.Features.Platform.Storage;

public sealed class SchemaTests
{
    /// <summary>Tables that are looked up by another key than the customer, who is a mere column in them.</summary>
    // And the audit log, a plain table in the order of its entries, in which the customer is a mere column.
    private static readonly string[] LookUps = ["customer_key", "order_key", "asset_serial", "audit_entry"];

    [Theory, OnBothDatabases]
    public async Task Every_column_of_the_model_stands_in_the_migrated_schema(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();
        await using var db = database.NewContext();

        foreach (var entity in db.Model.GetEntityTypes())
        {
            var columns = Columns(session, entity.GetTableName()!);
            foreach (var property in entity.GetProperties())
            {
                columns.ShouldContainKey(property.GetColumnName(), entity.GetTableName());
                if (!property.IsPrimaryKey()) columns[property.GetColumnName()].ShouldBe(property.IsNullable, $"{entity.GetTableName()}.{property.GetColumnName()}");
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task Every_key_of_what_belongs_to_a_customer_contains_the_customer(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();

        var keys = UniqueKeys(session).Where(key => !LookUps.Contains(key.Table) && Columns(session, key.Table).ContainsKey("customer_id")).ToList();
        keys.Select(key => key.Table).ShouldContain("follow_up");
        foreach (var key in keys) key.Columns.ShouldContain("customer_id", $"{key.Table} ({string.Join(", ", key.Columns)})");
    }

    [Theory, OnBothDatabases]
    public async Task Both_databases_have_the_same_tables(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using var session = database.OpenSession();

        var tables = Tables(session).ToList();
        tables.ShouldContain("customer_order");
        Tables(session).Count.ShouldBe(ScriptedTables(kind));
    }

    [Theory, OnBothDatabases]
    public async Task A_migrated_database_is_left_alone(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);

        Migrator.Apply(database, FakeTime.On("2026-11-22")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_script_changed_after_it_was_applied_stops_the_start(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        using var database = new Database(test.Connection);
        using (var session = database.OpenSession()) session.Execute("UPDATE schema_version SET checksum = 'another' WHERE number = 1");

        Should.Throw<InvalidOperationException>(() => Migrator.Apply(database, FakeTime.On("2026-11-22"))).Message.ShouldContain("0001");
    }

    /// <summary>Columns of a table, and whether each may be null.</summary>
    private static Dictionary<string, bool> Columns(DatabaseSession session, string table)
    {
        var columns = new Dictionary<string, bool>(StringComparer.Ordinal);
        using var rows = session.IsSqlite
            ? session.Read("SELECT name, CASE WHEN \"notnull\" = 0 THEN 1 ELSE 0 END FROM pragma_table_info(@table)", ("table", table))
            : session.Read("SELECT column_name::text, CASE WHEN is_nullable = 'YES' THEN 1 ELSE 0 END FROM information_schema.columns WHERE table_name = @table", ("table", table));
        while (rows.Next()) columns[rows.Text(0)] = rows.Int(1) == 1;
        return columns;
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

    /// <summary>As many as the scripts of the other database make, and the record of versions.</summary>
    private static int ScriptedTables(DatabaseKind kind) =>
        Migrator.Scripts(kind == DatabaseKind.Sqlite ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite)
            .Sum(script => script.Sql.Split('\n').Count(line => line.StartsWith("CREATE TABLE", StringComparison.Ordinal) || line.StartsWith("CREATE VIRTUAL TABLE", StringComparison.Ordinal))) + 1;

    private static List<(string Table, string[] Columns)> UniqueKeys(DatabaseSession session)
    {
        var keys = new Dictionary<string, (string Table, List<string> Columns)>(StringComparer.Ordinal);
        using var rows = session.IsSqlite
            ? session.Read("""
                SELECT t.name || '.' || i.name, t.name, c.name FROM sqlite_schema t JOIN pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c
                WHERE t.type = 'table' AND i."unique" = 1
                """)
            : session.Read("""
                SELECT i.indexrelid::regclass::text, t.relname::text, a.attname::text FROM pg_index i
                JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey) WHERE i.indisunique
                """);
        while (rows.Next())
        {
            if (!keys.TryGetValue(rows.Text(0), out var key)) keys[rows.Text(0)] = key = (rows.Text(1), []);
            key.Columns.Add(rows.Text(2));
        }
        return keys.Values.Select(key => (key.Table, key.Columns.ToArray())).ToList();
    }
}
