using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>The product's tables as EF sees them. It has no sets of its own: each feature brings its configurations.</summary>
public sealed class ChanglaiDb(DbContextOptions<ChanglaiDb> options) : DbContext(options)
{
    public bool IsSqlite => Database.ProviderName?.Contains("Sqlite", StringComparison.Ordinal) == true;

    /// <summary>The same connection and transaction for set-based work; belongs to this context.</summary>
    public DatabaseSession Session()
    {
        var connection = Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open) Database.OpenConnection();
        var transaction = Database.CurrentTransaction is { } current
            ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current)
            : null;
        return new DatabaseSession(connection, IsSqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql, transaction, owned: false);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ChanglaiDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (IsSqlite)
        {
            configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        }
    }

    private sealed class DayConverter() : ValueConverter<DateOnly, int>(day => StoredDay.ToNumber(day), number => StoredDay.FromNumber(number));

    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
