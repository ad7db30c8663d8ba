using Microsoft.Data.Sqlite;
using Npgsql;

namespace Changlai.App.Tests.Harness;

/// <summary>
/// A database of its own for one test, gone when disposed. <see cref="Connection"/> is what CHANGLAI_DB would hold: the path
/// of a SQLite file, or a PostgreSQL connection string.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int created;

    private readonly Func<Task> drop;

    private TestDatabase(DatabaseKind kind, string connection, Func<Task> drop)
    {
        Kind = kind;
        Connection = connection;
        this.drop = drop;
    }

    public DatabaseKind Kind { get; }

    public string Connection { get; }

    /// <summary>A database with the product's schema, copied from one that was migrated once for the whole run.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var template = await TestTemplates.OfAsync(kind);
        return kind switch
        {
            DatabaseKind.Sqlite => NewSqlite(template.Connection),
            DatabaseKind.PostgreSql => await NewPostgreSqlAsync(new NpgsqlConnectionStringBuilder(template.Connection).Database),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>A database with nothing in it: for tests of the migrations themselves.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => NewSqlite(copyOf: null),
        DatabaseKind.PostgreSql => await NewPostgreSqlAsync(copyOf: null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public async ValueTask DisposeAsync() => await drop();

    private static TestDatabase NewSqlite(string? copyOf)
    {
        var folder = Directory.CreateTempSubdirectory("changlai-test-");
        var file = Path.Combine(folder.FullName, "changlai.db");
        if (copyOf is not null)
            File.Copy(copyOf, file);

        return new TestDatabase(DatabaseKind.Sqlite, file, () =>
        {
            // Pooled connections hold the file open, and whoever opened them chose the connection string.
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> NewPostgreSqlAsync(string? copyOf)
    {
        var server = TestServer.Connection
            ?? throw new InvalidOperationException($"{TestServer.Variable} names no PostgreSQL server; ./test starts one.");
        var name = $"changlai_test_{Environment.ProcessId}_{Interlocked.Increment(ref created)}";
        await RunAsync(server, $"""CREATE DATABASE "{name}" TEMPLATE "{copyOf ?? "template0"}" STRATEGY file_copy""");

        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return new TestDatabase(DatabaseKind.PostgreSql, connection, async () =>
        {
            await using (var pooled = new NpgsqlConnection(connection))
                NpgsqlConnection.ClearPool(pooled);
            await RunAsync(server, $"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)""");
        });
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
