using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>WAL lets readers go on while one writes; a busy writer is waited for instead of failing.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Kilobytes that a connection for pages keeps of the file; each of many has its own.</summary>
    private const int PageCache = 8_000;

    /// <summary>Kilobytes for a job over the whole base, which runs alone.</summary>
    private const int BulkCache = 65_536;

    private static readonly ConditionalWeakTable<sqlite3, object?> Settled = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply((SqliteConnection)connection, forBulk: false);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection, forBulk: false);
        return Task.CompletedTask;
    }

    /// <summary>Settings belong to the connection underneath, which the pool hands out again and again: once is enough.</summary>
    public static void Apply(SqliteConnection connection, bool forBulk)
    {
        if (!Settled.TryAdd(connection.Handle!, null)) return;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-{(forBulk ? BulkCache : PageCache)}; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
    }
}
