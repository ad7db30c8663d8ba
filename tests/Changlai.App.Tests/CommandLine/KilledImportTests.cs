using System.Diagnostics;
using System.Text;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class KilledImportTests
{
    private const int Lines = 6_000;

    /// <summary>Where the import is killed: at this row of this table, in the order in which it writes.</summary>
    private static readonly (string Table, string Row)[] Places =
        [("customer", "NEW.customer_id = 500"), ("customer_order", "NEW.id = 1000"), ("order_line", "NEW.order_id = 1999"), ("order_summary", "NEW.customer_id = 1999")];

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

        foreach (var (table, row) in Places)
        {
            using (var snag = Snag.At(killed, table, row)) KillAt(snag, killed, file);
            (await CommandLineRun.Everything(killed.Connection) == nothing).ShouldBeTrue($"an import killed as it writes {table} should leave nothing");
        }
        (await CommandLineRun.Of("import", "orders", file, "--db", killed.Connection)).ExitCode.ShouldBe(0);

        (await CommandLineRun.Everything(killed.Connection) == everything).ShouldBeTrue("the exports of both should be the same, byte for byte");
    }

    private static void KillAt(Snag snag, TestDatabase database, string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(Changlai.Web.CommandLine.Cli).Assembly.Location, "import", "orders", file, "--db", database.Connection }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        try
        {
            SpinWait.SpinUntil(() => process.HasExited || snag.Holds(process), TimeSpan.FromMinutes(2)).ShouldBeTrue("the import should come to the row that does not end");
            process.HasExited.ShouldBeFalse("the import should be killed, not end");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
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
