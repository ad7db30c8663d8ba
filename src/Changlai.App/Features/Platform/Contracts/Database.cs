using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// The one database of an installation: a SQLite file by default, PostgreSQL by connection string. Hands out EF contexts
/// for ordinary work and raw sessions where volume asks.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly PostgresConnections? postgres;
    private readonly SqliteConnections? sqlite;
    private readonly AskedBefore askedBefore = new();
    private readonly KeptAnswers kept = new();
    private readonly string connectionString;

    /// <summary>Made when first needed: a command that works with raw sessions alone need not load EF.</summary>
    private readonly Lazy<DbContextOptions<ChanglaiDb>> options;

    /// <param name="location">A file path, or a PostgreSQL connection string (<c>Host=…</c> or <c>postgres://…</c>).</param>
    public Database(string location)
    {
        Location = location;
        if (IsPostgreSql(location))
        {
            Provider = DatabaseProvider.PostgreSql;
            connectionString = location;
            postgres = new PostgresConnections(PostgresLocation.ToConnectionString(location));
        }
        else
        {
            Provider = DatabaseProvider.Sqlite;
            var folder = Path.GetDirectoryName(Path.GetFullPath(location));
            if (!string.IsNullOrEmpty(folder)) Directory.CreateDirectory(folder);
            connectionString = new SqliteConnectionStringBuilder { DataSource = location, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
            sqlite = new SqliteConnections(RawConnectionString);
        }
        options = new Lazy<DbContextOptions<ChanglaiDb>>(NewOptions);
    }

    public string Location { get; }

    public DatabaseProvider Provider { get; }

    public static bool IsPostgreSql(string location) =>
        location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) ||
        location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) ||
        location.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>A context for ordinary reads and writes; the caller disposes it.</summary>
    public ChanglaiDb NewContext() => new(options.Value);

    /// <summary>A raw connection for a page or a small write; the caller disposes it.</summary>
    public DatabaseSession OpenSession() => sqlite is null ? new DatabaseSession(postgres!.ForPages.OpenConnection(), askedBefore, kept) : new DatabaseSession(sqlite);

    /// <summary>
    /// A raw connection for a job over many rows; the caller disposes it. On SQLite it has a large cache and is closed
    /// afterwards, so that the memory goes with it.
    /// </summary>
    public DatabaseSession OpenBulkSession()
    {
        if (sqlite is null) return Open(postgres!.ForBulk);
        var connection = new SqliteConnection(RawConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection, forBulk: true);
        return new DatabaseSession(connection, Provider);
    }

    private string RawConnectionString => $"{connectionString};Pooling=False";

    private DatabaseSession Open(NpgsqlDataSource source) => new(source.OpenConnection(), Provider);

    private DbContextOptions<ChanglaiDb> NewOptions()
    {
        var builder = new DbContextOptionsBuilder<ChanglaiDb>().UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
        return postgres is null
            ? builder.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()).Options
            : builder.UseNpgsql(postgres.ForPages).Options;
    }

    public void Dispose()
    {
        postgres?.Dispose();
        sqlite?.Dispose();
        if (postgres is null)
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }
}
