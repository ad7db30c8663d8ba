using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>WAL lets readers go on while one writes; a busy writer is waited for instead of failing.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Apply((SqliteConnection)connection, forBulk: false);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply((SqliteConnection)connection, forBulk: false);
        return Task.CompletedTask;
    }

    public static void Apply(SqliteConnection connection, bool forBulk)
    {
        using var command = connection.CreateCommand();
        command.CommandText = forBulk
            ? "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;"
            : "PRAGMA busy_timeout=30000; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
    }
}
