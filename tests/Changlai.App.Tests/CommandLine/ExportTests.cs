using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class ExportTests
{
    [Theory, OnBothDatabases]
    public async Task A_formula_does_not_run_in_the_spreadsheet_that_opens_an_export(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await Import(database, files, ["=cmd()", "+1+cmd|'/c calc'!A1", "-2+3+cmd()", "@SUM(A1)"]);

        var csv = (await CommandLineRun.Of("export", "customers", "--db", database.Connection)).Output;
        var json = (await CommandLineRun.Of("export", "customers", "--db", database.Connection, "--format", "json")).Json;

        csv.ShouldContain(",\"'=cmd()\",");
        csv.ShouldContain(",\"'+1+cmd|'/c calc'!A1\",");
        csv.ShouldContain(",\"'-2+3+cmd()\",");
        csv.ShouldContain(",\"'@SUM(A1)\",");
        json.EnumerateArray().Select(customer => customer.GetProperty("name").GetString()).ShouldContain("=cmd()");
    }

    [Theory, OnBothDatabases]
    public async Task Hostile_text_comes_out_as_it_went_in(DatabaseKind kind)
    {
        string[] names = ["<script>alert(1)</script>", "' OR 1=1; DROP TABLE customer;--", "\u202Eשלום\u202C", "𠮷野家👩‍👧‍👦", "\\\"$(rm)`{0}%s", "Ünï\u0301code"];
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await Import(database, files, names);

        var json = (await CommandLineRun.Of("export", "customers", "--db", database.Connection, "--format", "json")).Json;
        var csv = (await CommandLineRun.Of("export", "customers", "--db", database.Connection)).Output;

        json.EnumerateArray().Select(customer => customer.GetProperty("name").GetString()).ShouldBe(names);
        csv.ShouldContain("𠮷野家👩‍👧‍👦");
        csv.ShouldContain("<script>alert(1)</script>");
    }

    [Theory, OnBothDatabases]
    public async Task A_stretch_of_days_takes_both_its_ends(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", database.Connection);

        async Task<string[]> Orders(params string[] period) =>
            [.. (await CommandLineRun.Of(["export", "orders", "--db", database.Connection, "--format", "json", .. period])).Json.EnumerateArray().Select(order => order.GetProperty("externalNumber").GetString()!)];

        (await Orders("--from", "2026-09-01", "--to", "2026-09-13")).ShouldBe(["A1", "A2"]);
        (await Orders("--from", "2026-09-14")).ShouldBe(["A3"]);
        (await Orders("--to", "2026-08-31")).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Exports_have_the_promised_fields(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        await CommandLineRun.Of("import", "orders", files.Write("orders.csv", OrderFiles.Good), "--db", database.Connection);

        async Task<string[]> Lines(string what) => (await CommandLineRun.Of("export", what, "--db", database.Connection)).Output.Split("\r\n");

        (await Lines("customers"))[0].ShouldBe("customerId,externalNumber,name,phone,store,owner,orders,firstOrderOn,lastOrderOn,nextPurchaseOn");
        (await Lines("orders"))[..2].ShouldBe(["orderId,externalNumber,customerId,orderedOn,kind,lines,total,currency,store", "1,A1,1,2026-09-01,order,2,250.00,CNY,西湖店"]);
        (await Lines("orders"))[2].ShouldBe("2,A3,1,2026-09-20,return,1,-100.00,CNY,西湖店");
        (await Lines("follow-ups"))[0].ShouldBe(
            "customerId,customer,phone,plan,step,occasion,channel,purpose,earliest,ideal,latest,due,priority,valueAtStake,reasonZh,reasonEn,staff,store,state,outcome");
    }

    [Theory, OnBothDatabases]
    public async Task An_export_of_nothing_is_a_heading_or_an_empty_array(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        (await CommandLineRun.Of("export", "orders", "--db", database.Connection)).Output.TrimEnd().ShouldBe("orderId,externalNumber,customerId,orderedOn,kind,lines,total,currency,store");
        (await CommandLineRun.Of("export", "orders", "--db", database.Connection, "--format", "json")).Json.GetArrayLength().ShouldBe(0);
    }

    private static async Task Import(TestDatabase database, OrderFiles files, string[] names)
    {
        var lines = names.Select((name, index) => $"A{index},C{index},\"{name.Replace("\"", "\"\"")}\",,T1,茶,1,10,2026-09-0{index + 1},店");
        var run = await CommandLineRun.Of("import", "orders", files.Write("names.csv", $"{OrderFiles.Headings}\n{string.Join('\n', lines)}\n"), "--db", database.Connection);
        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
    }
}
