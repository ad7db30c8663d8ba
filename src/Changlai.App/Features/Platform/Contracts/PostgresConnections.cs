using Npgsql;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// Connections to one PostgreSQL database, of two kinds. Those for pages keep the statements they have run prepared: a page of
/// ten small queries spent most of its time having them planned. Those for jobs over many rows have memory to sort in. Neither
/// compiles its queries, which takes longer than a page, and neither takes the disk for one that has to seek; neither is wiped when it is given back, which would cost a round trip,
/// so whoever changes a setting changes it back.
/// </summary>
internal sealed class PostgresConnections(string connectionString) : IDisposable
{
    private const int StatementsKept = 300;
    private const string Settings = "SET jit = off; SET random_page_cost = 1.1";

    public NpgsqlDataSource ForPages { get; } = Build(connectionString, StatementsKept, $"{Settings}; SET plan_cache_mode = force_generic_plan");

    public NpgsqlDataSource ForBulk { get; } = Build(connectionString, 0, $"{Settings}; SET work_mem = '64MB'");

    public void Dispose()
    {
        ForPages.Dispose();
        ForBulk.Dispose();
    }

    private static NpgsqlDataSource Build(string connectionString, int prepared, string settings)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString).EnableArrays();
        builder.ConnectionStringBuilder.MaxAutoPrepare = prepared;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.UsePhysicalConnectionInitializer(connection => Run(connection, settings), async connection =>
        {
            await using var command = new NpgsqlCommand(settings, connection);
            await command.ExecuteNonQueryAsync();
        });
        return builder.Build();
    }

    private static void Run(NpgsqlConnection connection, string settings)
    {
        using var command = new NpgsqlCommand(settings, connection);
        command.ExecuteNonQuery();
    }
}
