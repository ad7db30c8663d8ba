using Changlai.App.Features.Platform;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(Changlai.App.Tests.Harness.TestTemplates))]

namespace Changlai.App.Tests.Harness;

/// <summary>One migrated database of each kind, made when first asked for; every test's database is a copy of it.</summary>
public sealed class TestTemplates : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(() => MigratedAsync(DatabaseKind.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> PostgreSql = new(() => MigratedAsync(DatabaseKind.PostgreSql));

    internal static Task<TestDatabase> OfAsync(DatabaseKind kind) => Of(kind).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
            if (Of(kind) is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } template)
                await (await template.Value).DisposeAsync();
    }

    /// <summary>The one place where a test database gets the product's schema.</summary>
    private static Task MigrateAsync(string connection)
    {
        using var database = new Database(connection);
        PlatformFeature.Migrate(database, FakeTime.On("2026-11-22"));
        return Task.CompletedTask;
    }

    private static async Task<TestDatabase> MigratedAsync(DatabaseKind kind)
    {
        var template = await TestDatabase.CreateEmptyAsync(kind);
        await MigrateAsync(template.Connection);
        await CloseAsync(template);
        return template;
    }

    /// <summary>A template is copied only while nobody is connected to it and nothing of it waits in a write-ahead log.</summary>
    private static async Task CloseAsync(TestDatabase template)
    {
        if (template.Kind == DatabaseKind.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
            return;
        }

        await using (var connection = new SqliteConnection($"Data Source={template.Connection};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
    }

    private static Lazy<Task<TestDatabase>> Of(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => Sqlite,
        DatabaseKind.PostgreSql => PostgreSql,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
