using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Shell;

/// <summary>
/// What people see who see their own customers or those of several stores. 赵一 (store 1) and 孙三 (store 2) are the own of
/// one; 孙三 and 李四 (store 3) are of the other's two stores; 钱二 (store 1) is nobody's.
/// </summary>
public sealed class ScopeTests
{
    private const string Own = "own";
    private const string Two = "two";
    private const long OwnId = 11;

    [Theory, OnBothDatabases]
    public async Task Whoever_sees_their_own_customers_finds_lists_counts_and_exports_no_other(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.SignInAsync(Own);
        await SeesAsync(site, "赵一", "孙三");
        (await site.GetAsync("/customers/1")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/customers/3")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.GetAsync("/customers/2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.GetAsync("/customers/4")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_has_two_stores_sees_the_customers_of_both_and_of_no_third(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.SignInAsync(Two);
        await SeesAsync(site, "孙三", "李四");
        (await site.GetAsync("/customers/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        Options(await site.PageAsync("/customers"), "store").ShouldBe(["", "2", "3"]);
        (await ListAsync(site, "/customers?store=2")).ShouldBe(["孙三"]);
        (await ListAsync(site, "/customers?store=1")).ShouldBe(["孙三", "李四"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task No_filter_of_an_address_widens_what_somebody_sees(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.SignInAsync(Own);
        (await ListAsync(site, "/customers?store=1")).ShouldBe(["赵一", "孙三"], ignoreOrder: true);
        (await ListAsync(site, "/customers?store=3")).ShouldBe(["赵一", "孙三"], ignoreOrder: true);
        await site.SignInAsync("other-manager");
        foreach (var path in (string[])["/customers?store=1", "/customers?store=2&owner=me", "/plans?store=1", "/plans/days/2026-03-02?store=1", "/today?staff=all&store=1", $"/today?staff={OwnId}&store=1", "/assets?store=1",
            "/needs?store=1", "/customers/completeness?store=1", $"/customers/completeness?owner={OwnId}&at=1", "/duplicates?store=1"])
        {
            var (status, page) = await site.GetAsync(path);
            status.ShouldBe(HttpStatusCode.OK, path);
            foreach (var name in (string[])["赵一", "钱二", "孙三"]) page.Body!.TextContent.ShouldNotContain(name, customMessage: path);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_count_of_one_scope_is_not_shown_to_another(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await new SegmentSite(site).AddAsync("都要", "customer.kind", "any-of", ["direct"]);
        foreach (var (name, count) in ((string, string)[])[("lin", "4"), (Own, "2"), (Two, "2"), ("other-manager", "1"), ("lin", "4")])
        {
            await site.SignInAsync(name);
            (await site.PageAsync("/segments/1/count")).Body!.TextContent.ShouldContain(count, customMessage: name);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Forms_offer_only_the_stores_and_people_one_has_to_do_with(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.SignInAsync(Two);
        var page = await site.PageAsync("/customers/new");
        Options(page, "store").ShouldBe(["2", "3"]);
        Options(page, "owner").ShouldBe(["", "12", "13"], ignoreOrder: true);
        var (status, refused) = await site.SubmitAsync(page, "/customers", ("name", "周五"), ("store", "1"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        CardSite.Errors(refused).ShouldHaveSingleItem();
        Options(await site.PageAsync("/handover"), "to").ShouldBe(["12", "13"], ignoreOrder: true);
        Options(await site.PageAsync("/customers/3/orders/new"), "store").ShouldBe(["2", "3"]);
        Options(await site.PageAsync("/imports/new"), "store").ShouldBe(["二店", "三店"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_sees_their_own_customers_keeps_those_they_register_and_change(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.SignInAsync(Own);
        var id = await site.RegisterAsync(("name", "周五"));
        site.Scalar<long>($"SELECT owner_id FROM customer WHERE customer_id = {id}").ShouldBe(OwnId);
        (await site.SubmitAsync(await site.PageAsync("/customers/3/edit"), "/details", ("name", "孙三三"))).Status.ShouldBe(HttpStatusCode.OK);
        (site.Scalar<long>("SELECT owner_id FROM customer WHERE customer_id = 3"), site.Scalar<long>("SELECT store_id FROM customer WHERE customer_id = 3")).ShouldBe((OwnId, 2));
    }

    [Theory, OnBothDatabases]
    public async Task A_related_customer_out_of_sight_is_not_named(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using (var session = site.Database.OpenSession())
            foreach (var other in (long[])[2, 3]) CustomerRelations.Add(session, 1, other, "family", 1, FakeTime.On("2026-03-01").GetUtcNow());
        await site.SignInAsync(Own);
        var relations = (await site.PageAsync("/customers/1")).QuerySelector("#relations")!.TextContent;
        relations.ShouldContain("孙三");
        relations.ShouldNotContain("钱二");
    }

    [Theory, OnBothDatabases]
    public async Task An_import_is_seen_by_those_who_see_at_least_as_much_as_whoever_did_it(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using (var session = site.Database.OpenSession())
            foreach (var (id, by) in (ReadOnlySpan<(long, long)>)[(1, 1), (2, 12), (3, 13)])
                session.Execute("INSERT INTO import_run (id, kind, source, file_name, state, staff_id, started_at, report) VALUES (@id, 'orders', 'x', @file, 'withdrawn', @by, @at, @report)",
                    ("id", id), ("file", $"file{id}.csv"), ("by", by), ("at", FakeTime.On("2026-03-01").GetUtcNow()),
                    ("report", new ImportDetails { Settings = new() { Store = "二店", TimeZone = "Asia/Shanghai", Currency = "CNY", Source = "x" }, Node = "x" }.ToJson()));
        foreach (var (name, files) in ((string, string[])[])[("lin", ["file3.csv", "file2.csv", "file1.csv"]), (Two, ["file3.csv", "file2.csv"]), ("other-manager", ["file3.csv"])])
        {
            await site.SignInAsync(name);
            (await site.PageAsync("/imports")).QuerySelectorAll("a[href^='/imports/']").Select(link => link.TextContent.Trim()).Where(text => text.EndsWith(".csv", StringComparison.Ordinal)).ShouldBe(files, customMessage: name);
        }
    }

    /// <summary>The list, the search, a segment of everybody, its count and its export show exactly these.</summary>
    private static async Task SeesAsync(ImportSite site, params string[] names)
    {
        (await ListAsync(site, "/customers")).ShouldBe(names, ignoreOrder: true);
        foreach (var name in (string[])["赵一", "钱二", "孙三", "李四"]) (await site.FindAsync(name)).Length.ShouldBe(names.Contains(name, StringComparer.Ordinal) ? 1 : 0, name);
        (await site.FindAsync("139000")).Length.ShouldBe(names.Length);
        await new SegmentSite(site).AddAsync("都要", "customer.kind", "any-of", ["direct"]);
        var id = site.Scalar<long>("SELECT max(id) FROM segment");
        (await ListAsync(site, $"/customers?segment={id}")).ShouldBe(names, ignoreOrder: true);
        (await site.PageAsync($"/segments/{id}/count")).Body!.TextContent.ShouldContain($"{names.Length}");
        Encoding.UTF8.GetString(await site.DownloadAsync($"/segments/{id}/customers.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(names.Length + 1);
    }

    private static async Task<string[]> ListAsync(ImportSite site, string path) => [.. (await site.PageAsync(path)).QuerySelectorAll("a[data-row]").Select(row => row.TextContent)];

    private static string[] Options(IHtmlDocument page, string field) =>
        [.. page.QuerySelectorAll<IHtmlOptionElement>($"select[name='{field}'] option").Select(option => option.Value), .. page.QuerySelectorAll<IHtmlInputElement>($"input[type=checkbox][name='{field}']").Select(box => box.Value)];

    private static Task<ImportSite> OpenAsync(DatabaseKind kind) => ImportSite.OpenAsync(kind, "head-office", session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0), (3, '三店', 'Asia/Shanghai', 'CNY', 0)");
        session.ReserveIds("store", 2);
        ImportSite.AddStaff(session, OwnId, Own, "staff", 1);
        ImportSite.AddStaff(session, 12, Two, "manager", 2);
        ImportSite.AddStaff(session, 13, "other-manager", "manager", 3);
        session.Execute("UPDATE staff SET scope = 'own' WHERE id = @id", ("id", OwnId));
        session.Execute("INSERT INTO staff_store (staff_id, store_id) VALUES (12, 3)");
        NewCustomers.Write(session, "test", [Person("赵一", 1, OwnId), Person("钱二", 1, null), Person("孙三", 2, OwnId), Person("李四", 3, null)]);
    });

    private static NewCustomer Person(string name, long store, long? owner) =>
        new($"N{name}", name, null, null, $"+86139000000{store}{(owner is null ? 0 : 1)}", null, null, null, null, store, owner, Weekdays.None, null, null, FakeTime.On("2026-01-01").GetUtcNow(), []);
}
