using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// One raw connection, usually with one transaction, for work on many rows. Synchronous on purpose: jobs run on their own
/// thread, and a row read costs nanoseconds.
/// </summary>
public sealed class DatabaseSession : IDisposable
{
    private readonly DbConnection connection;
    private readonly bool owned;
    private readonly SqliteConnections? home;
    private readonly SqliteStatements? statements;
    private DbTransaction? transaction;
    private volatile DbCommand? running;
    private bool disposed;

    internal DatabaseSession(DbConnection connection, DatabaseProvider provider, DbTransaction? transaction = null, bool owned = true)
    {
        this.connection = connection;
        this.transaction = transaction;
        this.owned = owned;
        Provider = provider;
    }

    /// <summary>A session on a connection that goes back to where it came from.</summary>
    internal DatabaseSession(SqliteConnections home)
    {
        this.home = home;
        statements = home.Take();
        connection = statements.Connection;
        Provider = DatabaseProvider.Sqlite;
    }

    public DatabaseProvider Provider { get; }

    /// <summary>Where what this session does is kept so that it can be undone; null when it need not be.</summary>
    internal Imports.ImportJournal? Journal { get; set; }

    public bool IsSqlite => Provider == DatabaseProvider.Sqlite;

    /// <summary>Starts the transaction; on SQLite it takes the write lock at once, so that nothing read inside can go stale.</summary>
    public void Begin() => transaction = connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: false)
        : connection.BeginTransaction();

    public void Commit()
    {
        transaction?.Commit();
        transaction?.Dispose();
        transaction = null;
    }

    /// <summary>Undoes all since <see cref="Begin"/>, as losing the connection would.</summary>
    public void Rollback()
    {
        transaction?.Rollback();
        transaction?.Dispose();
        transaction = null;
    }

    /// <summary>
    /// Ends what is running once nobody waits for it any more: with a <see cref="DbException"/> or, on PostgreSQL, an
    /// <see cref="OperationCanceledException"/>. What this returns is disposed before the session is, so that nothing of the next one is ended.
    /// </summary>
    public IDisposable EndOn(CancellationToken nobodyWaits) => nobodyWaits.Register(() =>
    {
        if (connection is SqliteConnection sqlite) SQLitePCL.raw.sqlite3_interrupt(sqlite.Handle!);
        else running?.Cancel();
    });

    /// <summary>Waits until no other session holds the lock of this name; released when the transaction ends.</summary>
    public void LockInTransaction(string name)
    {
        // SQLite has one writer at a time: the transaction itself is the lock.
        if (!IsSqlite) Execute("SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))", ("name", name));
    }

    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        try
        {
            return command.ExecuteNonQuery();
        }
        finally
        {
            Release(command);
        }
    }

    public T? Scalar<T>(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        try
        {
            var value = command.ExecuteScalar();
            return value is null or DBNull ? default : (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);
        }
        finally
        {
            Release(command);
        }
    }

    public Rows Read(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        try
        {
            return new Rows(this, command, command.ExecuteReader());
        }
        catch
        {
            Release(command);
            throw;
        }
    }

    /// <summary>After a command has run, or its rows are read.</summary>
    internal void Release(DbCommand command)
    {
        if (running == command) running = null;
        if (statements is null || disposed) command.Dispose();
        else statements.GiveBack(command);
    }

    /// <summary>Writes many rows into one table; call <see cref="BulkInsert.Complete"/> at the end.</summary>
    public BulkInsert Insert(string table, params string[] columns) => connection is SqliteConnection sqlite
        ? new SqliteBulkInsert(sqlite, table, columns)
        : new PostgresBulkInsert((NpgsqlConnection)connection, table, columns);

    /// <summary>A table only this session sees; <paramref name="columns"/> as in CREATE TABLE, with types bigint, text, date.</summary>
    public void CreateTemporaryTable(string name, string columns)
    {
        Execute($"DROP TABLE IF EXISTS {name}");
        Execute($"CREATE TEMPORARY TABLE {name} ({columns})");
    }

    /// <summary>After a temporary table is filled: PostgreSQL plans badly without its statistics.</summary>
    public void Analyze(string table)
    {
        if (!IsSqlite) Execute($"ANALYZE {table}");
    }

    /// <summary>Takes <paramref name="count"/> ids in a row; the first is returned. Rolled back with the transaction.</summary>
    public long ReserveIds(string name, long count)
    {
        var next = Scalar<long>(
            "INSERT INTO id_block (name, next_id) VALUES (@name, @first + @count) ON CONFLICT (name) DO UPDATE SET next_id = id_block.next_id + @count RETURNING next_id",
            ("name", name), ("first", 1L), ("count", count));
        Journal?.Made(name, next - count, count);
        return next - count;
    }

    private DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = statements?.Take(sql) ?? NewCommand(sql);
        command.Transaction = transaction;
        if (command.Parameters.Count != values.Length) command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            if (i == command.Parameters.Count) command.Parameters.Add(command.CreateParameter());
            var parameter = command.Parameters[i];
            parameter.ParameterName = values[i].Name;
            parameter.Value = Stored(values[i].Value);
        }
        running = command;
        return command;
    }

    private DbCommand NewCommand(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    private object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        // PostgreSQL keeps no NUL, and what the two keep is the same.
        string text when text.Contains('\0') => text.Replace("\0", "", StringComparison.Ordinal),
        DateOnly day when IsSqlite => (long)StoredDay.ToNumber(day),
        DateTimeOffset instant when IsSqlite => instant.ToUnixTimeMilliseconds(),
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        transaction?.Dispose();
        if (statements is not null) home!.GiveBack(statements);
        else if (owned) connection.Dispose();
    }
}
