using System.Net;
using System.Text.Json;
using Changlai.App.Features.Platform.Audit;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Audit;

/// <summary>The log as another program reads it.</summary>
public sealed class AuditApiTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [OnBothDatabases("?action=test.b", "test.b")]
    [OnBothDatabases("?person=9", "test.b")]
    [OnBothDatabases("?customer=7", "test.b")]
    [OnBothDatabases("?store=2", "test.b")]
    [OnBothDatabases("?from=2026-11-27&to=2026-11-27", "test.b", "test.a")]
    [OnBothDatabases("?to=2026-11-26", "test.a")]
    [OnBothDatabases("?subject=thing:1", "test.a")]
    [OnBothDatabases("?action=nothing")]
    public async Task What_is_asked_for_comes_newest_first_and_nothing_else(DatabaseKind kind, string query, params string[] found)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        using var program = await ApiProgram.OpenAsync(site, 1, "audit:read");
        Actions(await program.GetAsync("/api/audit" + query)).ShouldBe(found);
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_tells_all_it_holds_and_once_it_is_sealed_its_place_in_the_chain(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        using var program = await ApiProgram.OpenAsync(site, 1, "audit:read");
        var line = (await program.GetAsync("/api/audit?action=test.b")).Json.GetProperty("items")[0];
        (line.GetProperty("as").GetString(), line.GetProperty("by").GetString(), line.GetProperty("staffId").GetInt64(), line.GetProperty("customerId").GetInt64(), line.GetProperty("storeId").GetInt64()).ShouldBe(("person", "李经理", 9, 7, 2));
        line.GetProperty("details").GetProperty("reason").GetString().ShouldBe("<b>why</b>");
        line.GetProperty("at").GetDateTimeOffset().ShouldBe(Noon.AddMinutes(1));

        using (var session = site.Database.OpenSession())
            while (AuditSealer.SealBatch(session, AuditKey.None, Noon.AddHours(1)) > 0)
            {
            }
        var one = (await program.GetAsync($"/api/audit/{line.GetProperty("id").GetInt64()}")).Json;
        one.GetProperty("entry").GetProperty("action").GetString().ShouldBe("test.b");
        one.GetProperty("hash").GetString()!.Length.ShouldBe(64);
        var state = (await program.GetAsync("/api/audit/state")).Json;
        state.GetProperty("waiting").GetInt64().ShouldBe(0);
        var sealedTo = state.GetProperty("sealed").GetInt64();
        sealedTo.ShouldBeGreaterThanOrEqualTo(one.GetProperty("position").GetInt64());
        AuditHead.Parse(state.GetProperty("head").GetString()!)!.Position.ShouldBe(sealedTo);
        using (var session = site.Database.OpenSession()) new AuditVerification(session, AuditKey.None).Run(AuditHead.Parse(state.GetProperty("head").GetString()!)).Findings.ShouldBeEmpty();
        (await program.GetAsync("/api/audit/987654321")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task What_waits_has_no_place_yet_and_the_state_says_how_many_do(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        using var program = await ApiProgram.OpenAsync(site, 1, "audit:read");
        var waiting = site.Scalar<long>("SELECT count(*) FROM audit_unsealed");
        var state = (await program.GetAsync("/api/audit/state")).Json;
        state.GetProperty("sealedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (state.GetProperty("sealed").GetInt64(), state.GetProperty("waiting").GetInt64()).ShouldBe((0, waiting));
        (await program.GetAsync($"/api/audit/{site.Scalar<long>("SELECT max(id) FROM audit_entry")}")).Json.GetProperty("position").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnBothDatabases]
    public async Task A_long_log_comes_page_by_page_without_a_gap_and_whoever_reads_much_of_it_is_written_down_once(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        Write(site, AuditReads.Many);
        using var program = await ApiProgram.OpenAsync(site, 1, "audit:read");
        var (seen, next) = (new List<long>(), "/api/audit?action=test.c&limit=200");
        for (var page = 0; page < 5; page++)
        {
            Told(site).ShouldBe(0);
            var answer = (await program.GetAsync(next)).Json;
            seen.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt64()));
            next = $"/api/audit?action=test.c&limit=200&after={answer.GetProperty("next")}";
        }
        seen.Count.ShouldBe(AuditReads.Many);
        seen.ShouldBeUnique();
        seen.ShouldBeInOrder(SortDirection.Descending);
        (await program.GetAsync($"/api/audit?action=test.c&after={seen[^1]}")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        Told(site).ShouldBe(1);
        site.Scalar<string>("SELECT actor_kind FROM audit_entry WHERE action = 'audit.read-many'").ShouldBe("key");
    }

    [Theory]
    [InlineData("?customer=x&person=y&store=1.5&after=-1", "customer", "person", "store", "after")]
    [InlineData("?from=27.11.2026&to=2026-02-30", "from", "to")]
    public async Task A_filter_that_cannot_be_read_is_named(string query, params string[] fields)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite, "auditor", null);
        using var program = await ApiProgram.OpenAsync(site, 1, "audit:read");
        var refused = await program.GetAsync("/api/audit" + query);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Fields.ShouldBe(fields, ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task An_auditor_of_one_store_reads_of_that_store_only_and_nobody_else_reads_it(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", 1);
        using var program = await ApiProgram.OpenAsync(site, 1, "audit:read");
        Actions(await program.GetAsync("/api/audit?from=2026-11-20&to=2026-11-27&action=test.a")).ShouldBe(["test.a"], "the planner's own work concerns no store");
        Actions(await program.GetAsync("/api/audit?store=2")).ShouldBeEmpty();
        (await program.GetAsync($"/api/audit/{site.Scalar<long>("SELECT id FROM audit_entry WHERE action = 'test.b'")}")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var without = await ApiProgram.OpenAsync(site, 1, "customers:read");
        (await without.GetAsync("/api/audit")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'manager' WHERE id = 1");
        foreach (var path in (string[])["/api/audit", "/api/audit/state", "/api/audit/1"]) (await program.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
    }

    [Theory, OnBothDatabases]
    public async Task The_page_is_filtered_by_store_and_what_is_read_of_it_counts_too(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind, "auditor", null);
        var page = (await site.GetAsync("/audit?store=2")).Page;
        page.QuerySelectorAll("tbody tr .main").Select(cell => cell.TextContent).ShouldBe(["test.b"]);
        page.QuerySelectorAll("select[name=store] option").Length.ShouldBe(3);
        Write(site, AuditReads.Many);
        for (var read = 0; read < AuditReads.Many / 50; read++) await site.GetAsync("/audit?action=test.c");
        Told(site).ShouldBe(1);
    }

    private static string[] Actions(ApiAnswer answer) => [.. answer.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("action").GetString()!)];

    private static long Told(ImportSite site) => site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action = 'audit.read-many'");

    private static void Write(ImportSite site, int count)
    {
        using var session = site.Database.OpenSession();
        session.Begin();
        for (var i = 0; i < count; i++) AuditLog.Record(session, Noon.AddHours(1).AddSeconds(i), AuditActor.System("plan"), new AuditAction("test.c", default!), $"thing:{i}");
        session.Commit();
    }

    /// <summary>Nobody seals by themselves here.</summary>
    private static Task<ImportSite> OpenAsync(DatabaseKind kind, string role, long? store) => ImportSite.OpenAsync(kind, role, session =>
    {
        session.Execute("INSERT INTO lease (name, holder, until) VALUES ('audit-seal', 'nobody', @until)", ("until", new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        session.ReserveIds("store", 1);
        if (store is null) session.Execute("UPDATE staff SET store_id = NULL WHERE id = 1");
        AuditLog.Record(session, Noon.AddDays(-1), new AuditActor("person", 8, "王店员"), new AuditAction("test.a", default!), "thing:1", storeId: 1);
        AuditLog.Record(session, Noon, AuditActor.System("plan"), new AuditAction("test.a", default!));
        AuditLog.Record(session, Noon.AddMinutes(1), new AuditActor("person", 9, "李经理"), new AuditAction("test.b", default!), null, 7, 2, ("reason", "<b>why</b>"));
    });
}
