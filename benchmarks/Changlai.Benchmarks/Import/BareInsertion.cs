using System.Diagnostics;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SQLitePCL;

namespace Changlai.Benchmarks.Import;

/// <summary>
/// The measure that an import is held against: the same rows, sorted, into one table that has a primary key and nothing else,
/// in one transaction, by a prepared statement or COPY. On purpose without the product's own code.
/// </summary>
internal static class BareInsertion
{
    /// <returns>Seconds from opening the database to having closed it, with every row durable.</returns>
    public static double Seconds(string location, BareRows rows) =>
        Database.IsPostgreSql(location) ? IntoPostgres(location, rows) : IntoSqlite(location, rows);

    private static double IntoSqlite(string location, BareRows rows)
    {
        var clock = Stopwatch.StartNew();
        using (var connection = new SqliteConnection($"Data Source={location};Pooling=false"))
        {
            connection.Open();
            var database = connection.Handle!;
            var columns = rows.Columns.Select(column => $"{column.Name} {(column.IsText ? "TEXT" : "INTEGER")} NOT NULL");
            Execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536");
            Execute(database, $"CREATE TABLE bare ({string.Join(", ", columns)}, PRIMARY KEY ({rows.Key})) WITHOUT ROWID; BEGIN IMMEDIATE");
            var places = string.Join(", ", rows.Columns.Select(_ => "?"));
            raw.sqlite3_prepare_v3(database, $"INSERT INTO bare VALUES ({places})", raw.SQLITE_PREPARE_PERSISTENT, out var statement);
            foreach (var row in rows.Values)
            {
                for (var column = 0; column < row.Length; column++)
                {
                    if (row[column] is long number) raw.sqlite3_bind_int64(statement, column + 1, number);
                    else raw.sqlite3_bind_text(statement, column + 1, (string)row[column]);
                }
                if (raw.sqlite3_step(statement) != raw.SQLITE_DONE) throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
                raw.sqlite3_reset(statement);
            }
            statement.Dispose();
            Execute(database, "COMMIT");
        }
        return clock.Elapsed.TotalSeconds;
    }

    private static void Execute(sqlite3 database, string sql)
    {
        if (raw.sqlite3_exec(database, sql) != raw.SQLITE_OK) throw new InvalidOperationException(raw.sqlite3_errmsg(database).utf8_to_string());
    }

    private static double IntoPostgres(string location, BareRows rows)
    {
        var clock = Stopwatch.StartNew();
        using (var connection = new NpgsqlConnection(location))
        {
            connection.Open();
            var columns = rows.Columns.Select(column => $"{column.Name} {(column.IsText ? "text" : "bigint")} NOT NULL");
            using (var create = new NpgsqlCommand($"CREATE TABLE bare ({string.Join(", ", columns)}, PRIMARY KEY ({rows.Key}))", connection))
                create.ExecuteNonQuery();
            using var copy = connection.BeginBinaryImport("COPY bare FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows.Values)
            {
                copy.StartRow();
                foreach (var value in row)
                {
                    if (value is long number) copy.Write(number, NpgsqlDbType.Bigint);
                    else copy.Write((string)value, NpgsqlDbType.Text);
                }
            }
            copy.Complete();
        }
        return clock.Elapsed.TotalSeconds;
    }
}
