using System.Net;
using System.Net.Sockets;
using Changlai.App.Tests.Harness;
using Npgsql;

namespace Changlai.App.Tests.CommandLine;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("--colour", "today", "--colour", "red")]
    [InlineData("--date", "today", "--date", "2026-02-30")]
    [InlineData("--date", "plan", "--date", "yesterday")]
    [InlineData("--limit", "today", "--limit", "0")]
    [InlineData("--limit", "today", "--limit", "many")]
    [InlineData("--horizon", "plan", "--horizon", "400")]
    [InlineData("--customer", "explain")]
    [InlineData("--format", "export", "orders", "--format", "xml")]
    [InlineData("FILE", "import", "orders")]
    [InlineData("orders", "import")]
    [InlineData("tomorrow", "tomorrow")]
    [InlineData("--map", "import", "orders", "x.csv", "--map", "phone")]
    [InlineData("--time-zone", "import", "orders", "x.csv", "--time-zone", "Mars/Olympus")]
    [InlineData("--currency", "import", "orders", "x.csv", "--currency", "yuan")]
    [InlineData("--role", "staff", "add", "--name", "王", "--sign-in", "wang", "--role", "king")]
    [InlineData("--store", "staff", "add", "--name", "王", "--sign-in", "wang", "--role", "staff")]
    public async Task A_wrong_word_is_named_in_one_line_with_exit_code_2(string named, params string[] arguments)
    {
        var run = await CommandLineRun.Of(arguments);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(named);
        run.Error.TrimEnd().ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("import", "orders", "--help")]
    [InlineData("explain", "--help")]
    [InlineData("staff", "--help")]
    public async Task Help_goes_to_standard_output_and_ends_well(params string[] arguments)
    {
        var run = await CommandLineRun.Of(arguments);

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("changlai");
        run.Output.ShouldContain("--help");
    }

    [Fact]
    public async Task Help_describes_every_option()
    {
        foreach (var command in new[] { "serve", "demo", "plan", "today", "explain", "import orders", "export orders", "staff add", "staff list", "staff password" })
        {
            var help = (await CommandLineRun.Of([.. command.Split(' '), "--help"])).Output;
            help.Split('\n').Where(line => line.StartsWith("  --", StringComparison.Ordinal)).ShouldAllBe(line => line.Trim().Contains("  "), command);
        }
    }

    [Theory]
    [InlineData("today", "--json")]
    [InlineData("plan", "--json")]
    [InlineData("export", "orders")]
    [InlineData("staff", "list")]
    public async Task A_mistyped_path_does_not_become_an_empty_business(params string[] arguments)
    {
        using var files = new OrderFiles();
        var db = files.Path("mistyped.db");

        var run = await CommandLineRun.Of([.. arguments, "--db", db]);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("mistyped.db");
        File.Exists(db).ShouldBeFalse();
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_one_line()
    {
        using var files = new OrderFiles();
        var orders = files.Write("orders.csv", OrderFiles.Good);
        string[] locations =
        [
            files.Write("not-a-database.db", string.Concat(Enumerable.Repeat("hello ", 500))),
            files.Path("no/such/folder/changlai.db"),
            Path.GetDirectoryName(orders)!,
            "Host=127.0.0.1;Port=1;Username=shop;Password=top-secret;Database=changlai;Timeout=5",
            "postgres://shop:top-secret@127.0.0.1:1/changlai",
            "Host=127.0.0.1;Passwort=top-secret",
        ];
        foreach (var location in locations)
        {
            var run = await CommandLineRun.Of("import", "orders", orders, "--db", location, "--json");
            run.ExitCode.ShouldBe(2, location);
            run.Output.ShouldBeEmpty();
            run.Error.ShouldStartWith("--db");
            run.Error.TrimEnd().ShouldNotContain('\n');
            run.Error.ShouldNotContain("top-secret");
        }
    }

    [Fact]
    public async Task An_address_that_cannot_be_listened_on_is_one_line()
    {
        using var files = new OrderFiles();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        foreach (var url in new[] { "http://127.0.0.1:99999", "here", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}" })
        {
            var run = await CommandLineRun.Of("serve", "--db", files.Path("changlai.db"), "--urls", url);
            run.ExitCode.ShouldBe(2, url);
            run.Output.ShouldBeEmpty();
            run.Error.ShouldStartWith("--urls");
            run.Error.ShouldContain(url);
            run.Error.TrimEnd().ShouldNotContain('\n');
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_refused_password_is_told_without_repeating_it(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite) return;
        await using var database = await TestDatabase.CreateAsync(kind);

        var wrong = await CommandLineRun.Of("today", "--db", new NpgsqlConnectionStringBuilder(database.Connection) { Password = "top-secret" }.ConnectionString);
        var absent = await CommandLineRun.Of("today", "--db", new NpgsqlConnectionStringBuilder(database.Connection) { Database = "no_such_database" }.ConnectionString);

        wrong.ExitCode.ShouldBe(2);
        wrong.Error.ShouldNotContain("top-secret");
        wrong.Error.TrimEnd().ShouldNotContain('\n');
        absent.ExitCode.ShouldBe(2);
        absent.Error.ShouldContain("no_such_database");
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_unknown_is_answered_with_those_there_are(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", database.Connection);

        var run = await CommandLineRun.Of("today", "--store", "东湖店", "--db", database.Connection);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("东湖店");
        run.Error.ShouldContain("西湖店");
    }
}
