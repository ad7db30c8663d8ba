using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Open connections to one file, each with the statements it has run: a page of ten small queries spent more time preparing
/// them than running them.
/// </summary>
internal sealed class SqliteConnections(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<SqliteStatements> idle = [];
    private volatile bool closed;

    public SqliteStatements Take() => idle.TryTake(out var kept) ? kept : Open();

    /// <summary>Keeps the connection for the next page, unless something of this one is still going on in it.</summary>
    public void GiveBack(SqliteStatements statements)
    {
        if (closed || !statements.IsAtRest) statements.Dispose();
        else idle.Add(statements);
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var statements)) statements.Dispose();
    }

    private SqliteStatements Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection, forBulk: false);
        return new SqliteStatements(connection);
    }
}

/// <summary>A connection and its prepared statements; used by one session at a time.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    /// <summary>Texts with ids in them never come again; now and then all are let go.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, DbCommand> ready = new(StringComparer.Ordinal);
    private int running;

    public SqliteConnection Connection => connection;

    /// <summary>Of this connection alone: each counts the changes of the others for itself.</summary>
    public KeptAnswers Kept { get; } = new();

    /// <summary>No rows are being read and no transaction is open.</summary>
    public bool IsAtRest => running == 0 && SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) != 0;

    /// <summary>The statement, with the parameters of its last run; null when it has to be made.</summary>
    public DbCommand? Take(string sql)
    {
        running++;
        return ready.Remove(sql, out var command) ? command : null;
    }

    public void GiveBack(DbCommand command)
    {
        running--;
        if (ready.Count == Most) Clear();
        if (!ready.TryAdd(command.CommandText, command)) command.Dispose();
    }

    public void Dispose()
    {
        Clear();
        connection.Dispose();
    }

    private void Clear()
    {
        foreach (var command in ready.Values) command.Dispose();
        ready.Clear();
    }
}
