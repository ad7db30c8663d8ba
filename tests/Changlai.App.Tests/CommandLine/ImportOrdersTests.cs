using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class ImportOrdersTests
{
    [Theory, OnBothDatabases]
    public async Task Importing_a_file_again_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var file = files.Write("orders.csv", OrderFiles.Good);
        await CommandLineRun.Of("import", "orders", file, "--db", database.Connection);
        var before = await CommandLineRun.Everything(database.Connection);

        var again = await CommandLineRun.Of("import", "orders", file, "--db", database.Connection, "--json");

        again.Json.GetProperty("unchanged").GetInt32().ShouldBe(3);
        again.Json.GetProperty("followUps").GetInt32().ShouldBe(0);
        (await CommandLineRun.Everything(database.Connection)).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_corrected_file_corrects_what_was_stored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", database.Connection);

        var run = await CommandLineRun.Of("import", "orders", files.Write("corrected.csv", OrderFiles.Good.Replace("T2,绿茶,1,", "T2,绿茶,3,")), "--db", database.Connection, "--json");

        run.Json.GetProperty("updated").GetInt32().ShouldBe(1);
        run.Json.GetProperty("unchanged").GetInt32().ShouldBe(2);
        var orders = (await CommandLineRun.Of("export", "orders", "--db", database.Connection, "--format", "json")).Json.EnumerateArray().ToList();
        orders.Count.ShouldBe(3);
        orders.Single(order => order.GetProperty("externalNumber").GetString() == "A1").GetProperty("total").GetDecimal().ShouldBe(350m);
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var before = await CommandLineRun.Everything(database.Connection);

        var run = await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", database.Connection, "--dry-run", "--json");

        run.ExitCode.ShouldBe(0);
        run.Json.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        run.Json.GetProperty("orders").GetInt32().ShouldBe(2);
        run.Json.GetProperty("returns").GetInt32().ShouldBe(1);
        (await CommandLineRun.Everything(database.Connection)).ShouldBe(before);
    }

    [Fact]
    public async Task A_dry_run_without_a_database_leaves_none_behind()
    {
        using var files = new OrderFiles();
        var db = files.Path("new.db");

        var run = await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", db, "--dry-run", "--json");

        run.ExitCode.ShouldBe(0);
        run.Json.GetProperty("customers").GetInt32().ShouldBe(2);
        File.Exists(db).ShouldBeFalse();
    }

    [Fact]
    public async Task Rejects_that_cannot_be_written_stop_the_import_before_it_begins()
    {
        using var files = new OrderFiles();
        var file = files.Write("orders.csv", OrderFiles.Good);

        foreach (var rejects in new[] { files.Path("no/such/folder.csv"), file, Path.GetDirectoryName(file)! })
        {
            var run = await CommandLineRun.Of("import", "orders", file, "--db", files.Path("new.db"), "--rejects", rejects);
            run.ExitCode.ShouldBe(2);
            run.Error.ShouldStartWith("--rejects");
            File.Exists(files.Path("new.db")).ShouldBeFalse();
        }
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(OrderFiles.Good);
    }

    [Theory, OnBothDatabases]
    public async Task The_real_wholesaler_gives_the_figures_that_its_data_has(DatabaseKind kind)
    {
        var file = SharedData("online_retail.csv.gz");
        if (file is null) Assert.Skip("The public data set is not beside the project: ../shared/data/online_retail.csv.gz");
        await using var database = await TestDatabase.CreateAsync(kind);
        string[] import = ["import", "orders", file, "--db", database.Connection, "--time-zone", "Europe/London", "--currency", "GBP", "--json"];

        var first = (await CommandLineRun.Of(import)).Json;
        var before = await CommandLineRun.Everything(database.Connection);
        var second = (await CommandLineRun.Of(import)).Json;

        int Of(string field) => first.GetProperty(field).GetInt32();
        (Of("rows"), Of("customers"), Of("orders"), Of("orderLines"), Of("returns"), Of("returnLines")).ShouldBe((541_909, 4_372, 18_536, 397_924, 3_654, 8_905));
        first.GetProperty("rejected").GetProperty("customer-missing").GetInt32().ShouldBe(135_080);
        second.GetProperty("unchanged").GetInt32().ShouldBe(18_536 + 3_654);
        (await CommandLineRun.Everything(database.Connection)).ShouldBe(before);
        var customers = (await CommandLineRun.Of("export", "customers", "--db", database.Connection, "--format", "json")).Json.EnumerateArray().ToList();
        customers.Count.ShouldBe(4_372);
        customers.Count(customer => customer.GetProperty("orders").GetInt32() == 0).ShouldBe(33);
    }

    private static string? SharedData(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", name) is var file && File.Exists(file)) return file;
        return null;
    }

    [Theory, OnBothDatabases]
    public async Task A_currency_without_cents_is_counted_in_whole_units(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var file = files.Write("yen.csv", $"{OrderFiles.Headings}\nA1,C1,王芳,,T1,白茶,2,1200,2026-09-01,东京店\n");
        (await CommandLineRun.Of("import", "orders", file, "--db", database.Connection, "--currency", "JPY")).ExitCode.ShouldBe(0);
        await CommandLineRun.Of("import", "orders", files.Write("more.csv", $"{OrderFiles.Headings}\nA2,C1,王芳,,T1,白茶,1,800,2026-09-02,东京店\n"), "--db", database.Connection);

        (await CommandLineRun.Of("export", "orders", "--db", database.Connection)).Output.ShouldContain(",2400,JPY,");
        (await CommandLineRun.Of("export", "orders", "--db", database.Connection, "--format", "json")).Json.EnumerateArray().Select(order => order.GetProperty("total").GetDecimal())
            .ShouldBe([2400m, 800m], "the store that is there keeps its currency");
    }

    [Fact]
    public async Task The_source_of_orders_entered_by_hand_is_refused()
    {
        using var files = new OrderFiles();
        var run = await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", files.Path("new.db"), "--source", "by-hand");
        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain("--source by-hand");
        File.Exists(files.Path("new.db")).ShouldBeFalse();
    }
}
