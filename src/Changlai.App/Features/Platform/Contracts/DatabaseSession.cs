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
    private readonly AskedBefore? askedBefore;
    private readonly KeptAnswers? kept;
    private ReadAhead? ahead;
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

    /// <summary>A session for pages on PostgreSQL, which remembers what they ask.</summary>
    internal DatabaseSession(NpgsqlConnection connection, AskedBefore askedBefore, KeptAnswers kept)
        : this(connection, DatabaseProvider.PostgreSql) => (this.askedBefore, this.kept) = (askedBefore, kept);

    /// <summary>A session on a connection that goes back to where it came from.</summary>
    internal DatabaseSession(SqliteConnections home)
    {
        this.home = home;
        statements = home.Take();
        kept = statements.Kept;
        connection = statements.Connection;
        Provider = DatabaseProvider.Sqlite;
    }

    public DatabaseProvider Provider { get; }

    /// <summary>Where what this session does is kept so that it can be undone; null when it need not be.</summary>
    internal Imports.ImportJournal? Journal { get; set; }

    public bool IsSqlite => Provider == DatabaseProvider.Sqlite;

    /// <summary>
    /// Works something out, once for as long as nobody writes anything to the database: who asks again gets the same answer, and after a change, by
    /// whatever program on whatever machine, never an old one. For what costs much and is asked often; nobody may change what is returned.
    /// </summary>
    /// <param name="what">All that the answer depends on, whose it is before all.</param>
    /// <param name="workOut">Only reads.</param>
    internal T WhileUnchanged<T>(string what, Func<T> workOut)
        where T : class
    {
        // Within a transaction others cannot see yet what this one sees.
        if (kept is null || transaction is not null || State() is not { } state) return workOut();
        if (kept.Of(what, state) is T known) return known;
        var answer = workOut();
        kept.Keep(what, state, answer);
        return answer;
    }

    /// <summary>
    /// Differs after any change. SQLite counts what other connections have committed, and what this one has written; on PostgreSQL it is which
    /// transactions are seen. Where tables are spread over several servers the coordinator does not see them all: null, nothing can be said.
    /// </summary>
    private string? State() => connection is SqliteConnection sqlite
        ? $"{Scalar<long>("PRAGMA data_version")}.{SQLitePCL.raw.sqlite3_total_changes(sqlite.Handle!)}"
        : Scalar<string>("SELECT CASE WHEN to_regclass('pg_dist_partition') IS NULL THEN pg_current_snapshot()::text END");

    /// <summary>Starts the transaction; on SQLite it takes the write lock at once, so that nothing read inside can go stale.</summary>
    public void Begin()
    {
        ahead?.End();
        transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : connection.BeginTransaction();
    }

    public void Commit()
    {
        if (transaction is not null) Audit.AuditPen.Current?.Write(this);
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
        ahead?.Cancel();
    });

    /// <summary>
    /// Says what is read from here on. On PostgreSQL, where each question is a trip to another process, what was asked the last times is asked for
    /// in one trip as soon as the first question comes. Nothing else changes: a question that was not foreseen is asked, an answer is used only for the
    /// very question it was given to, and none is kept.
    /// </summary>
    /// <param name="page">Its name; another one wherever the text of its questions differs by reader.</param>
    /// <param name="givens">What its questions may be about: the customer, the reader, the day.</param>
    internal void Foresee(string page, params object?[] givens)
    {
        ahead?.Dispose();
        ahead = transaction is null && askedBefore?.Of(page) is { } known ? new ReadAhead((NpgsqlConnection)connection, known, givens) : null;
    }

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
        if (ahead?.Answer(sql, values) is { } answer) return answer.Read() ? As<T>(answer.GetValue(0)) : default;
        var command = Command(sql, values);
        try
        {
            return As<T>(command.ExecuteScalar());
        }
        finally
        {
            Release(command);
        }
    }

    public Rows Read(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (ahead?.Answer(sql, values) is { } answer) return new Rows(this, null, answer);
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
    public BulkInsert Insert(string table, params string[] columns)
    {
        ahead?.End();
        return connection is SqliteConnection sqlite ? new SqliteBulkInsert(sqlite, table, columns) : new PostgresBulkInsert((NpgsqlConnection)connection, table, columns);
    }

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
        ahead?.End();
        var command = statements?.Take(sql) ?? NewCommand(sql);
        command.Transaction = transaction;
        if (command.Parameters.Count != values.Length) command.Parameters.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            if (i == command.Parameters.Count) command.Parameters.Add(command.CreateParameter());
            var parameter = command.Parameters[i];
            parameter.ParameterName = values[i].Name;
            parameter.Value = Stored(values[i].Value, IsSqlite);
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

    private static T? As<T>(object? value) =>
        value is null or DBNull ? default : (T)Convert.ChangeType(value, typeof(T), System.Globalization.CultureInfo.InvariantCulture);

    internal static object Stored(object? value, bool isSqlite) => value switch
    {
        null => DBNull.Value,
        // PostgreSQL keeps no NUL, and what the two keep is the same.
        string text when text.Contains('\0') => text.Replace("\0", "", StringComparison.Ordinal),
        DateOnly day when isSqlite => (long)StoredDay.ToNumber(day),
        DateTimeOffset instant when isSqlite => instant.ToUnixTimeMilliseconds(),
        DateTimeOffset instant => instant.ToUniversalTime(),
        _ => value,
    };

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        ahead?.Dispose();
        transaction?.Dispose();
        if (statements is not null) home!.GiveBack(statements);
        else if (owned) connection.Dispose();
    }
}
