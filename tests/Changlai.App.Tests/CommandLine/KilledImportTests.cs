using System.Diagnostics;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;
using SQLitePCL;

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
        var nothing = await CommandLineRun.Everything(killed.Connection);
        (await CommandLineRun.Of("import", "orders", file, "--db", clean.Connection)).ExitCode.ShouldBe(0);
        var everything = await CommandLineRun.Everything(clean.Connection);

        var timesInTheMiddle = 0;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            KillInTheMiddle(killed, file, TimeSpan.FromMilliseconds(150 * attempt));
            var seen = await CommandLineRun.Everything(killed.Connection);
            (seen == nothing || seen == everything).ShouldBeTrue("a killed import may be seen whole or not at all");
            if (seen == nothing) timesInTheMiddle++;
        }
        timesInTheMiddle.ShouldBeGreaterThan(0);
        (await CommandLineRun.Of("import", "orders", file, "--db", killed.Connection)).ExitCode.ShouldBe(0);

        (await CommandLineRun.Everything(killed.Connection) == everything).ShouldBeTrue("the exports of both should be the same, byte for byte");
    }

    /// <summary>Kills the import as soon as it has begun its transaction and then worked for a while.</summary>
    private static void KillInTheMiddle(TestDatabase database, string file, TimeSpan work)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(Changlai.Web.CommandLine.Cli).Assembly.Location, "import", "orders", file, "--db", database.Connection }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            SpinWait.SpinUntil(() => process.HasExited || IsWriting(database), TimeSpan.FromMinutes(1)).ShouldBeTrue("the import should begin to write");
            if (process.HasExited) return;
            var enough = process.TotalProcessorTime + work;
            SpinWait.SpinUntil(() => process.HasExited || process.TotalProcessorTime >= enough, TimeSpan.FromMinutes(1)).ShouldBeTrue("the import should go on");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static bool IsWriting(TestDatabase database)
    {
        if (database.Kind == DatabaseKind.PostgreSql)
        {
            using var opened = new Database(database.Connection);
            using var session = opened.OpenSession();
            return session.Scalar<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xid IS NOT NULL") > 0;
        }
        // Without a busy handler the answer comes at once.
        raw.sqlite3_open(database.Connection, out var sqlite);
        using (sqlite)
        {
            var taken = raw.sqlite3_exec(sqlite, "BEGIN IMMEDIATE") == raw.SQLITE_BUSY;
            if (!taken) raw.sqlite3_exec(sqlite, "ROLLBACK");
            return taken;
        }
    }

    private static string ManyOrders()
    {
        var text = new StringBuilder(OrderFiles.Headings).Append('\n');
        for (var line = 0; line < Lines; line++)
            text.Append($"N{line / 3},K{line / 3 % 4000},客户{line / 3 % 4000},,P{line % 97},商品{line % 97},{1 + (line % 4)},{10 + (line % 50)}.50,{new DateOnly(2026, 1, 1).AddDays(line / 3 * 37 % 250):yyyy-MM-dd} 10:00,店\n");
        return text.ToString();
    }
}
