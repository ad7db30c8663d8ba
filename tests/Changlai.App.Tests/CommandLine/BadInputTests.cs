using System.IO.Compression;
using System.Text;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class BadInputTests
{
    [Theory]
    [OnBothDatabases("missing")]
    [OnBothDatabases("empty")]
    [OnBothDatabases("binary")]
    [OnBothDatabases("truncated gzip")]
    [OnBothDatabases("wrong delimiter")]
    [OnBothDatabases("no usable columns")]
    [OnBothDatabases("twice the same heading")]
    [OnBothDatabases("a 50 MB line")]
    [OnBothDatabases("mixed encodings")]
    [OnBothDatabases("a date no calendar has")]
    [OnBothDatabases("a quantity beyond all bounds")]
    public async Task A_file_of_which_nothing_can_be_taken_leaves_the_database_as_it_was(DatabaseKind kind, string fault)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        (await CommandLineRun.Of("import", "orders", files.Write("good.csv", OrderFiles.Good), "--db", database.Connection)).ExitCode.ShouldBe(0);
        var before = await CommandLineRun.Everything(database.Connection);
        var (file, told) = Faulty(files, fault);

        var run = await CommandLineRun.Of("import", "orders", file, "--db", database.Connection);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        foreach (var part in told) run.Error.ShouldContain(part);
        run.Error.ShouldNotContain("   at ");
        (await CommandLineRun.Everything(database.Connection)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_of_which_nothing_can_be_taken_makes_no_database()
    {
        using var files = new OrderFiles();
        var db = files.Path("new.db");
        foreach (var fault in new[] { "missing", "binary", "no usable columns", "a date no calendar has" })
        {
            (await CommandLineRun.Of("import", "orders", Faulty(files, fault).File, "--db", db)).ExitCode.ShouldBe(2);
            File.Exists(db).ShouldBeFalse(fault);
        }
    }

    [Fact]
    public async Task The_json_of_an_import_that_took_nothing_is_still_one_object()
    {
        using var files = new OrderFiles();

        var run = await CommandLineRun.Of("import", "orders", Faulty(files, "a date no calendar has").File, "--db", files.Path("new.db"), "--json");

        run.ExitCode.ShouldBe(2);
        run.Json.GetProperty("rejected").GetProperty("date-invalid").GetInt32().ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task One_bad_line_is_named_and_the_others_are_taken(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var file = files.Write("orders.csv", OrderFiles.Good + "A4,C3,韩梅,13800138002,T1,白茶,2.5E300,100,2026-09-21 09:00,西湖店\nA5,,,,T1,白茶,1,100,2026-09-21 09:00,西湖店\n");
        var rejects = files.Path("rejects.csv");

        var run = await CommandLineRun.Of("import", "orders", file, "--db", database.Connection, "--rejects", rejects, "--json");

        run.ExitCode.ShouldBe(0);
        run.Json.GetProperty("orders").GetInt32().ShouldBe(2);
        run.Json.GetProperty("rejected").GetProperty("quantity-invalid").GetInt32().ShouldBe(1);
        var lines = await File.ReadAllLinesAsync(rejects, TestContext.Current.CancellationToken);
        lines[0].TrimStart('\uFEFF').ShouldBe(OrderFiles.Headings + ",line,reason");
        lines[1].ShouldEndWith(",6,quantity-invalid");
        lines[2].ShouldEndWith(",7,customer-missing");
    }

    [Theory, OnBothDatabases]
    public async Task A_line_of_an_order_that_belongs_to_somebody_else_is_among_the_rejects(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var file = files.Write("orders.csv", OrderFiles.Good + "A1,C2,李雷,13800138001,T1,白茶,1,100,2026-09-01 10:00,西湖店\n");
        var rejects = files.Path("rejects.csv");

        var run = await CommandLineRun.Of("import", "orders", file, "--db", database.Connection, "--rejects", rejects, "--json");

        run.Json.GetProperty("rejected").GetProperty("order-of-another-customer").GetInt32().ShouldBe(1);
        (await File.ReadAllTextAsync(rejects, TestContext.Current.CancellationToken)).ShouldContain("A1,C2,李雷,13800138001,T1,白茶,1,100,2026-09-01 10:00,西湖店,6,order-of-another-customer");
    }

    [Theory, OnBothDatabases]
    public async Task Other_spellings_of_the_same_numbers_change_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("good.csv", OrderFiles.Good.Replace("C1", "17850")), "--db", database.Connection);
        var before = await CommandLineRun.Everything(database.Connection);
        var respelt = OrderFiles.Good.Replace("C1", " １７８５０.0 ").Replace("A1,", "a1 ,").Replace("T2", "t2").Replace("C2", "ｃ2");

        var run = await CommandLineRun.Of("import", "orders", files.Write("respelt.csv", respelt), "--db", database.Connection, "--json");

        run.ExitCode.ShouldBe(0);
        run.Json.GetProperty("unchanged").GetInt32().ShouldBe(3);
        run.Json.GetProperty("new").GetInt32().ShouldBe(0);
        run.Json.GetProperty("updated").GetInt32().ShouldBe(0);
        (await CommandLineRun.Everything(database.Connection)).ShouldBe(before);
    }

    private static (string File, string[] Told) Faulty(OrderFiles files, string fault) => fault switch
    {
        "missing" => (files.Path("nowhere.csv"), ["nowhere.csv"]),
        "empty" => (files.Write("empty.csv", ""), []),
        "binary" => (files.Write("binary.csv", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 % 256))]), []),
        "truncated gzip" => (files.Write("cut.csv.gz", Gzip(OrderFiles.Good)[..^20]), []),
        "wrong delimiter" => (files.Write("tilde.csv", OrderFiles.Good.Replace(',', '~')), ["1"]),
        "no usable columns" => (files.Write("columns.csv", "甲,乙\n1,2\n"), []),
        "twice the same heading" => (files.Write("twice.csv", OrderFiles.Good.Replace("手机", "姓名")), ["1", "姓名"]),
        "a 50 MB line" => (files.Write("long.csv", OrderFiles.Good + "A9,C9," + new string('长', 17 << 20) + ",,T1,白茶,1,1,2026-09-01,店\n"), ["6"]),
        "mixed encodings" => (files.Write("mixed.csv", [.. Encoding.UTF8.GetBytes(OrderFiles.Good), .. "A9,C9,"u8, 0xCD, 0xF5, 0xB7, 0xBC, .. ",,T1,b,1,1,2026-09-01,d\n"u8]), ["6"]),
        "a date no calendar has" => (files.Write("date.csv", OrderFiles.Headings + "\nA9,C9,王,,T1,茶,1,1,2026-02-30,店\n"), ["2", "下单时间", "2026-02-30"]),
        "a quantity beyond all bounds" => (files.Write("quantity.csv", OrderFiles.Headings + "\nA9,C9,王,,T1,茶,2.5e300,1,2026-02-03,店\n"), ["2", "数量", "2.5e300"]),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown fault."),
    };

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
