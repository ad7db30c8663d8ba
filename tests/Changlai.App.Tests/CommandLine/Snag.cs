using System.Diagnostics;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using SQLitePCL;

namespace Changlai.App.Tests.CommandLine;

/// <summary>A row that never ends being written: whoever writes it stands in the middle of a transaction until killed.</summary>
internal sealed class Snag : IDisposable
{
    private static readonly TimeSpan EnoughToArrive = TimeSpan.FromMilliseconds(300);

    private readonly TestDatabase database;
    private readonly string table;
    private TimeSpan? arrived;

    private Snag(TestDatabase database, string table) => (this.database, this.table) = (database, table);

    /// <summary>Sets the snag at a row of a table.</summary>
    /// <param name="row">A condition on NEW.</param>
    public static Snag At(TestDatabase database, string table, string row)
    {
        using var opened = new Database(database.Connection);
        using var session = opened.OpenSession();
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            session.Execute("CREATE FUNCTION snag() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(3600); RETURN NEW; END $$");
            session.Execute($"CREATE TRIGGER snag BEFORE INSERT ON {table} FOR EACH ROW WHEN ({row}) EXECUTE FUNCTION snag()");
        }
        else
        {
            session.Execute("CREATE VIEW endless AS WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n FROM one) SELECT n FROM one");
            session.Execute($"CREATE TRIGGER snag BEFORE INSERT ON {table} WHEN {row} BEGIN SELECT count(*) FROM endless; END");
        }
        return new Snag(database, table);
    }

    /// <summary>Whether the program hangs there, inside its transaction.</summary>
    public bool Holds(Process process)
    {
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            using var opened = new Database(database.Connection);
            using var session = opened.OpenSession();
            return session.Scalar<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'") > 0;
        }
        // Without a busy handler the answer comes at once. Once it writes, it comes no further than the snag.
        raw.sqlite3_open(database.Connection, out var sqlite);
        using (sqlite)
        {
            var taken = raw.sqlite3_exec(sqlite, "BEGIN IMMEDIATE") == raw.SQLITE_BUSY;
            if (!taken) raw.sqlite3_exec(sqlite, "ROLLBACK");
            if (taken) arrived ??= process.TotalProcessorTime + EnoughToArrive;
            return process.TotalProcessorTime > arrived;
        }
    }

    public void Dispose()
    {
        using var opened = new Database(database.Connection);
        using var session = opened.OpenSession();
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            // The server learns of a client's death only when it next speaks to it.
            session.Scalar<long>("SELECT count(pg_terminate_backend(pid, 60000)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'");
            session.Execute($"DROP TRIGGER snag ON {table}");
            session.Execute("DROP FUNCTION snag()");
        }
        else
        {
            session.Execute("DROP TRIGGER snag");
            session.Execute("DROP VIEW endless");
        }
    }
}
