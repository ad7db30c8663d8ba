using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class ExportSegmentTests
{
    private static readonly SegmentGroup Returning = new(GroupMatch.All, [new SegmentCondition("orders.count", "at-least", ["2"])]);

    [Theory, OnBothDatabases]
    public async Task The_customers_of_a_segment_are_exported_by_its_name_or_number(DatabaseKind kind)
    {
        await using var files = await FilledAsync(kind);
        var id = Add(files, "回头客", Returning);

        var named = await CommandLineRun.Of("export", "customers", "--segment", "回头客", "--format", "json", "--db", files.Connection);
        var numbered = await CommandLineRun.Of("export", "customers", "--segment", id.ToString(), "--format", "json", "--db", files.Connection);

        named.Error.ShouldBeEmpty();
        named.Json.EnumerateArray().Select(customer => customer.GetProperty("externalNumber").GetString()).ShouldBe(["C1"]);
        numbered.Output.ShouldBe(named.Output);
        (await CommandLineRun.Of("export", "customers", "--format", "json", "--db", files.Connection)).Json.GetArrayLength().ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_segment_that_cannot_be_meant_is_named_and_nothing_is_printed(DatabaseKind kind)
    {
        await using var files = await FilledAsync(kind);
        Add(files, "一样", Returning);
        Add(files, "一样", Returning);
        Add(files, "坏了", new SegmentGroup(GroupMatch.All, [new SegmentCondition("gone", "yes", [])]));

        foreach (var (name, words) in ((string, string)[])[("没有", "there is no segment"), ("' OR 1=1", "there is no segment"), ("一样", "give a number: 1, 2"), ("坏了", "mend them on its page")])
        {
            var run = await CommandLineRun.Of("export", "customers", "--segment", name, "--db", files.Connection);
            run.ExitCode.ShouldBe(2, name);
            run.Output.ShouldBeEmpty(name);
            run.Error.ShouldContain(words, Case.Sensitive, name);
        }
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        using var files = new OrderFiles();
        var lines = $"{OrderFiles.Headings}\nA1,C1,李明,,T1,茶,1,10,2026-09-01,店\nA2,C1,李明,,T1,茶,1,10,2026-09-05,店\nA3,C2,王芳,,T1,茶,1,10,2026-09-05,店\n";
        (await CommandLineRun.Of("import", "orders", files.Write("orders.csv", lines), "--db", database.Connection)).ExitCode.ShouldBe(0);
        return database;
    }

    private static long Add(TestDatabase files, string name, SegmentGroup rule)
    {
        using var database = new Database(files.Connection);
        using var session = database.OpenSession();
        return SegmentStore.Add(session, name, true, rule, 1, FakeTime.On("2026-11-22").GetUtcNow());
    }
}
