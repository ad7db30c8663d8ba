using Microsoft.Data.Sqlite;
using Npgsql;

namespace Changlai.App.Tests.Harness;

public sealed class HarnessTests
{
    [Theory, OnBothDatabases]
    public async Task A_test_database_is_usable_and_gone_afterwards(DatabaseKind kind)
    {
        string connection;
        await using (var database = await TestDatabase.CreateAsync(kind))
        {
            connection = database.Connection;
            (await AnswerAsync(kind, connection)).ShouldBe(42);
        }

        if (kind == DatabaseKind.Sqlite)
            File.Exists(connection).ShouldBeFalse();
        else
            (await Should.ThrowAsync<PostgresException>(() => AnswerAsync(kind, connection)))
                .SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    [Theory, OnBothDatabases]
    public async Task Two_test_databases_share_nothing(DatabaseKind kind)
    {
        await using var one = await TestDatabase.CreateAsync(kind);
        await using var other = await TestDatabase.CreateAsync(kind);
        await AnswerAsync(kind, one.Connection, "CREATE TABLE mine (x int)");

        await Should.ThrowAsync<System.Data.Common.DbException>(() => AnswerAsync(kind, other.Connection, "SELECT count(*) FROM mine"));
    }

    [Theory, OnBothDatabases(3, "three")]
    public void Arguments_of_the_attribute_follow_the_database(DatabaseKind kind, int number, string word)
    {
        Enum.IsDefined(kind).ShouldBeTrue();
        number.ShouldBe(3);
        word.ShouldBe("three");
    }

    [Fact]
    public void An_unconfigured_server_is_skipped_at_a_desk_and_fails_in_ci()
    {
        OnBothDatabasesAttribute.WhyPostgreSqlIsSkipped(server: null, mustBeThere: false).ShouldNotBeNull();
        OnBothDatabasesAttribute.WhyPostgreSqlIsSkipped(server: null, mustBeThere: true).ShouldBeNull();
        OnBothDatabasesAttribute.WhyPostgreSqlIsSkipped("Host=127.0.0.1", mustBeThere: false).ShouldBeNull();
    }

    [Fact]
    public void Timers_fire_in_order_when_the_clock_moves_past_them()
    {
        var time = FakeTime.On("2026-11-22");
        var fired = new List<string>();
        using var late = time.CreateTimer(_ => fired.Add($"late {time.GetUtcNow():HH:mm}"), null, TimeSpan.FromMinutes(50), Timeout.InfiniteTimeSpan);
        using var hourly = time.CreateTimer(_ => fired.Add($"each {time.GetUtcNow():HH:mm}"), null, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20));

        time.Advance(TimeSpan.FromHours(1));

        fired.ShouldBe(["each 12:20", "each 12:40", "late 12:50", "each 13:00"]);
        time.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 11, 22, 13, 0, 0, TimeSpan.Zero));
    }

    private static async Task<long> AnswerAsync(DatabaseKind kind, string connection, string sql = "SELECT 42")
    {
        await using System.Data.Common.DbConnection open = kind == DatabaseKind.Sqlite
            ? new SqliteConnection($"Data Source={connection}")
            : new NpgsqlConnection(connection);
        await open.OpenAsync();
        await using var command = open.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L);
    }
}
