using System.Diagnostics;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Changlai.Benchmarks.Import;

/// <summary>
/// The measure that an import is held against: the same rows, sorted, into one table that has a primary key and nothing else,
/// in one transaction and by the database's quickest way in. On purpose without the product's own code.
/// </summary>
internal static class BareInsertion
{
    private const string Columns =
        "customer_id {0} NOT NULL, order_id {0} NOT NULL, line {0} NOT NULL, product_id {0} NOT NULL, quantity_milli {0} NOT NULL, unit_price_minor {0} NOT NULL, amount_minor {0} NOT NULL, PRIMARY KEY (customer_id, order_id, line)";

    /// <returns>Seconds from the first row to the end of the commit.</returns>
    public static double Seconds(string location, long[] values) =>
        Database.IsPostgreSql(location) ? IntoPostgres(location, values) : IntoSqlite(location, values);

    private static double IntoSqlite(string location, long[] values)
    {
        using var connection = new SqliteConnection($"Data Source={location};Pooling=false");
        connection.Open();
        var database = connection.Handle!;
        Execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536");
        var clock = Stopwatch.StartNew();
        Execute(database, $"CREATE TABLE bare ({string.Format(null, CompositeFormat.Parse(Columns), "INTEGER")}) WITHOUT ROWID; BEGIN IMMEDIATE");
        raw.sqlite3_prepare_v3(database, "INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?, ?)", raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        for (var at = 0; at < values.Length; at += BareRows.Width)
        {
            for (var column = 0; column < BareRows.Width; column++) raw.sqlite3_bind_int64(statement, column + 1, values[at + column]);
            if (raw.sqlite3_step(statement) != raw.SQLITE_DONE) throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
            raw.sqlite3_reset(statement);
        }
        statement.Dispose();
        Execute(database, "COMMIT");
        return clock.Elapsed.TotalSeconds;
    }

    private static void Execute(sqlite3 database, string sql)
    {
        if (raw.sqlite3_exec(database, sql) != raw.SQLITE_OK) throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
    }

    private static double IntoPostgres(string location, long[] values)
    {
        using var connection = new NpgsqlConnection(location);
        connection.Open();
        var clock = Stopwatch.StartNew();
        using (var create = new NpgsqlCommand($"CREATE TABLE bare ({string.Format(null, CompositeFormat.Parse(Columns), "bigint")})", connection))
            create.ExecuteNonQuery();
        using (var copy = connection.BeginBinaryImport("COPY bare FROM STDIN (FORMAT BINARY)"))
        {
            for (var at = 0; at < values.Length; at += BareRows.Width)
            {
                copy.StartRow();
                for (var column = 0; column < BareRows.Width; column++) copy.Write(values[at + column], NpgsqlDbType.Bigint);
            }
            copy.Complete();
        }
        return clock.Elapsed.TotalSeconds;
    }
}
