using System.Diagnostics;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class KilledImportTests
{
    private const int Lines = 60_000;

    [Theory, OnBothDatabases]
    public async Task An_import_killed_while_it_writes_and_run_again_ends_like_a_clean_one(DatabaseKind kind)
    {
        await using var killed = await TestDatabase.CreateAsync(kind);
        await using var clean = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var file = files.Write("orders.csv", ManyOrders());
        var before = await CommandLineRun.Everything(killed.Connection);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            KillOnceItWrites(killed, file, earlier: attempt);
            (await CommandLineRun.Everything(killed.Connection)).ShouldBe(before, "nothing of a killed import may be seen");
        }
        (await CommandLineRun.Of("import", "orders", file, "--db", killed.Connection)).ExitCode.ShouldBe(0);
        (await CommandLineRun.Of("import", "orders", file, "--db", clean.Connection)).ExitCode.ShouldBe(0);

        (await CommandLineRun.Everything(killed.Connection)).ShouldBe(await CommandLineRun.Everything(clean.Connection));
    }

    private static void KillOnceItWrites(TestDatabase database, string file, int earlier)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(Changlai.Web.CommandLine.Cli).Assembly.Location, "import", "orders", file, "--db", database.Connection }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using var watched = new Database(database.Connection);
        using var session = watched.OpenSession();
        // Each attempt gets a little further before it is killed.
        SpinWait.SpinUntil(() => process.HasExited || HasWritten(database, session, (earlier + 1) * 500_000), TimeSpan.FromMinutes(1)).ShouldBeTrue("the import should begin to write");
        process.Kill();
        process.WaitForExit();
        process.ExitCode.ShouldNotBe(0, "the import was over before it could be killed");
    }

    private static bool HasWritten(TestDatabase database, DatabaseSession session, long bytes) => database.Kind switch
    {
        DatabaseKind.Sqlite => new FileInfo(database.Connection + "-wal") is { Exists: true } wal && wal.Length > bytes,
        DatabaseKind.PostgreSql => session.Scalar<long>("SELECT pg_database_size(current_database())") > 9_000_000 + bytes,
        _ => throw new ArgumentOutOfRangeException(nameof(database)),
    };

    private static string ManyOrders()
    {
        var text = new StringBuilder(OrderFiles.Headings).Append('\n');
        for (var line = 0; line < Lines; line++)
            text.Append($"N{line / 3},K{line / 3 % 4000},客户{line / 3 % 4000},,P{line % 97},商品{line % 97},{1 + (line % 4)},{10 + (line % 50)}.50,{new DateOnly(2026, 1, 1).AddDays(line / 3 * 37 % 250):yyyy-MM-dd} 10:00,店\n");
        return text.ToString();
    }
}
