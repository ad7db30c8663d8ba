using System.Net;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Audit;

public sealed class AuditPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory, OnBothDatabases]
    public async Task An_auditor_reads_who_did_what_newest_first(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        var (status, page) = await site.GetAsync("/audit");

        status.ShouldBe(HttpStatusCode.OK);
        page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector(".main")!.TextContent).ShouldBe(["Signed in", "test.b", "test.a", "test.a"]);
        page.QuerySelectorAll("tbody tr")[1].TextContent.ShouldContain("李经理");
        page.QuerySelectorAll("tbody tr")[1].TextContent.ShouldContain("reason: <b>why</b>");
        page.QuerySelector("tbody a")!.GetAttribute("href").ShouldBe("/customers/7");
    }

    [Theory]
    [OnBothDatabases("?action=test.b", "test.b")]
    [OnBothDatabases("?person=9", "test.b")]
    [OnBothDatabases("?customer=7", "test.b")]
    [OnBothDatabases("?from=2026-11-27&to=2026-11-27", "test.b", "test.a")]
    [OnBothDatabases("?to=2026-11-26", "test.a")]
    [OnBothDatabases("?subject=thing:1", "test.a")]
    [OnBothDatabases("?action=nothing")]
    public async Task What_is_looked_for_is_found_and_nothing_else(DatabaseKind kind, string query, params string[] found)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        (await site.GetAsync("/audit" + query)).Page.QuerySelectorAll("tbody tr .main").Select(cell => cell.TextContent).ShouldBe(found);
    }

    [Theory]
    [InlineData("?customer=x", "Customer's id")]
    [InlineData("?from=27.11.2026", "From")]
    [InlineData("?to=2026-02-30", "To")]
    public async Task A_filter_that_cannot_be_read_is_named_with_what_would_be_right(string query, string field)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "auditor", null);
        var (status, page) = await site.GetAsync("/audit" + query);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var error = page.QuerySelector(".field-error").ShouldNotBeNull();
        error.ParentElement!.QuerySelector("label")!.TextContent.ShouldContain(field);
    }

    [Theory, OnBothDatabases]
    public async Task An_auditor_of_one_store_reads_of_that_store_only(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", 1);
        (await site.GetAsync("/audit")).Page.QuerySelectorAll("tbody tr .main").Select(cell => cell.TextContent).ShouldBe(["Signed in", "test.a"]);
        (await site.GetAsync("/audit?customer=7")).Page.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases("staff")]
    [OnBothDatabases("manager")]
    public async Task Nobody_else_reads_it(DatabaseKind kind, string role)
    {
        await using var site = await OpenAsync(kind, role, 1);
        (await site.GetAsync("/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.GetAsync("/audit/entries.csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.GetAsync("/today")).Page.QuerySelector("a[href='/audit']").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task An_export_is_written_down_itself(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        var file = System.Text.Encoding.UTF8.GetString(await site.DownloadAsync("/audit/entries.csv?action=test.a"));
        file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);

        var newest = (await site.GetAsync("/audit")).Page.QuerySelector("tbody tr")!;
        newest.QuerySelector(".main")!.TextContent.ShouldBe("Audit log exported");
        newest.TextContent.ShouldContain("count: 2");
        newest.TextContent.ShouldContain("lin");
    }

    [Theory, OnBothDatabases]
    public async Task A_long_log_comes_in_pages(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        using (var session = site.Database.OpenSession())
            for (var i = 0; i < 60; i++) AuditLog.Record(session, Noon.AddHours(1).AddSeconds(i), AuditActor.System("plan"), new AuditAction("test.c", default!), $"thing:{i}");

        var first = (await site.GetAsync("/audit")).Page;
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(50);
        var second = (await site.GetAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Page;
        second.QuerySelectorAll("tbody tr").Length.ShouldBe(14);
        second.QuerySelector("a[rel=next]").ShouldBeNull();
    }

    private static Task<ImportSite> OpenAsync(DatabaseKind kind, string role, long? store) => ImportSite.OpenAsync(kind, role, session =>
    {
        if (store is null) session.Execute("UPDATE staff SET store_id = NULL WHERE id = 1");
        AuditLog.Record(session, Noon.AddDays(-1), new AuditActor("person", 8, "王店员"), new AuditAction("test.a", default!), "thing:1", storeId: 1);
        AuditLog.Record(session, Noon, AuditActor.System("plan"), new AuditAction("test.a", default!));
        AuditLog.Record(session, Noon.AddMinutes(1), new AuditActor("person", 9, "李经理"), new AuditAction("test.b", default!), null, 7, 2, ("reason", "<b>why</b>"));
    });
}
