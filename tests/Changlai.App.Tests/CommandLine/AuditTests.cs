using Changlai.App.Tests.Features.Platform.Audit;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.CommandLine;

public sealed class AuditTests
{
    [Theory, OnBothDatabases]
    public async Task A_log_that_nobody_touched_passes_and_its_head_is_told(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(4);
        var head = (await CommandLineRun.Of("audit", "head", "--db", log.Connection)).Output.Trim();

        var run = await CommandLineRun.Of("audit", "verify", "--db", log.Connection, "--json", "--head", head);
        run.ExitCode.ShouldBe(0);
        run.Json.GetProperty("checked").GetInt32().ShouldBe(4);
        run.Json.GetProperty("head").GetString().ShouldBe(head);
        head.ShouldStartWith("4:");
    }

    [Theory, OnBothDatabases]
    public async Task A_log_that_was_changed_fails_and_says_where(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(4);
        log.Seal();
        log.Tamper("UPDATE audit_entry SET subject = 'thing:99' WHERE id = 3");

        var run = await CommandLineRun.Of("audit", "verify", "--db", log.Connection, "--json");
        run.ExitCode.ShouldBe(1);
        run.Json.GetProperty("problems").EnumerateArray().Single().GetProperty("number").GetInt32().ShouldBe(3);
        (await CommandLineRun.Of("audit", "verify", "--db", log.Connection)).Output.ShouldContain("3");
    }

    [Theory]
    [OnBothDatabases("x")]
    [OnBothDatabases("4:abc")]
    [OnBothDatabases("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_head_that_is_none_is_refused_by_name(DatabaseKind kind, string head)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        var run = await CommandLineRun.Of("audit", "verify", "--db", log.Connection, "--head", head);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--head");
    }
}
