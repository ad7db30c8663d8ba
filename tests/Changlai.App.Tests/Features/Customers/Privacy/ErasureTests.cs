using System.Net;
using System.Text;
using System.Text.Json;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;
using Changlai.App.Tests.Shell;

namespace Changlai.App.Tests.Features.Customers.Privacy;

/// <summary>A customer who asks to be forgotten, and one who asks what is known.</summary>
public sealed class ErasureTests
{
    /// <summary>What leads to the customer, in every place where a feature keeps words of them.</summary>
    private static readonly string[] Traces = ["欧阳绝密", "ouyang", "13766667777", "secret@example.com", "888999000111", "绝密路", "只说给你听", "想要绝密茶", "绝密故障", "SN1-绝密", "喜欢被叫绝密"];

    [Theory, OnBothDatabases]
    public async Task Nothing_that_leads_to_them_is_left_anywhere_and_the_sales_stay_without_them(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var others = Others(site);
        var sales = site.Scalar<long>("SELECT sum(total_minor) FROM customer_order WHERE customer_id = 1");
        foreach (var trace in Traces.Where(trace => trace != "ouyang")) DatabaseContent.Of(site.Database).ShouldContain(row => row.Contains(trace), trace);

        var (status, certificate) = await EraseAsync(site);
        status.ShouldBe(HttpStatusCode.OK, ImportSite.Notice(certificate));
        var left = DatabaseContent.Of(site.Database);
        foreach (var trace in Traces) left.ShouldNotContain(row => row.Contains(trace, StringComparison.OrdinalIgnoreCase), trace);
        using (var session = site.Database.OpenSession())
        {
            var tables = Changlai.App.Tests.Features.Customers.Duplicates.MergingShop.Owners.SelectMany(owner => owner.Tables).ToList();
            tables.Where(table => !table.IsErased).Select(table => table.Name).ShouldBe(["customer_find", "audit_entry"], "the index is renewed, the log names no one; everything else goes");
            foreach (var table in tables.Where(table => table.IsErased))
                session.Scalar<long>($"SELECT count(*) FROM {table.Name} WHERE {table.Of}", ("one", 1L), ("other", 1L)).ShouldBe(0, table.Name);
            AuditCheck.Head(session, TimeProvider.System);
            AuditCheck.Run(session, null).Problems.ShouldBeEmpty();
        }
        site.Scalar<long>("SELECT sum(total_minor) FROM retained_order").ShouldBe(sales);
        site.Scalar<long>("SELECT count(*) FROM retained_order_line").ShouldBe(1);
        Others(site).ShouldBe(others, "nobody else lost anything");
        (await site.GetAsync("/customers/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.FindAsync("13766667777")).ShouldBeEmpty();

        certificate.QuerySelector("main")!.TextContent.ShouldContain("Accounting Archives");
        CardSite.Fact(certificate, "By").ShouldBe("lin");
        certificate.QuerySelector("main .tone-late, main .notice-late").ShouldBeNull("the seal fits");
        (await site.PageAsync("/privacy/erasures")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        site.Scalar<string>("SELECT subject FROM audit_entry WHERE action = 'customer.erase'").ShouldBe("erasure:1");
    }

    [Theory]
    [OnBothDatabases("name", "欧阳", "Type the customer's name")]
    [OnBothDatabases("name", "", "Type the customer's name")]
    [OnBothDatabases("askedOn", "2018-12-31", "Asked on")]
    [OnBothDatabases("askedOn", "2099-01-01", "Asked on")]
    [OnBothDatabases("askedOn", "yesterday", "Asked on")]
    [OnBothDatabases("askedHow", "abc", "How they asked")]
    [OnBothDatabases("askedHow", "打 137-6666-7777 核实", "How they asked")]
    [OnBothDatabases("askedHow", "欧阳绝密本人来的", "How they asked")]
    public async Task What_is_not_sure_erases_nothing_and_is_named(DatabaseKind kind, string field, string value, string label)
    {
        await using var site = await OpenAsync(kind);
        var before = DatabaseContent.Of(site.Database);
        var (status, page) = await EraseAsync(site, (field, value));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector(".field-error")!.ParentElement!.QuerySelector("label")!.TextContent.ShouldContain(label);
        DatabaseContent.Of(site.Database).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task An_old_file_does_not_bring_them_back(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var id = site.Scalar<long>("SELECT customer_id FROM customer WHERE external_number = 'C2'");
        var name = site.Scalar<string>($"SELECT name FROM customer WHERE customer_id = {id}")!;
        await EraseAsync(site, id, name);

        const string Headings = "OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate\n";
        var (_, page) = await site.UploadAsync(Headings + "A2,c2,T1,1,9,2024-03-01\nA9,c9,T1,1,9,2024-03-02\n");
        page.QuerySelector("main")!.TextContent.ShouldContain("was erased at their own request");
        var run = site.Scalar<long>("SELECT max(id) FROM import_run");
        Encoding.UTF8.GetString(await site.DownloadAsync($"/imports/{run}/rejects.csv")).ShouldContain("A2,c2,T1,1,9,2024-03-01,2,customer-erased");
        (_, page) = await site.SendAsync(page, "/confirmation");
        ImportSite.State(page).ShouldBe("Done");
        site.Scalar<long>("SELECT count(*) FROM customer WHERE external_number = 'C2'").ShouldBe(0);
        site.Scalar<long>("SELECT count(*) FROM customer WHERE external_number = 'C9'").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_import_that_brought_them_is_not_taken_back_any_more_and_says_why(DatabaseKind kind)
    {
        await using var site = await BusyShop.OpenAsync(kind);
        var (_, page) = await site.UploadAsync("OrderNo,CustomerID,ProductCode,Quantity,UnitPrice,OrderDate\nA8,c8,T1,1,9,2024-03-01\nA9,c9,T1,1,9,2024-03-02\n");
        (_, page) = await site.SendAsync(page, "/confirmation");
        var id = site.Scalar<long>("SELECT customer_id FROM customer WHERE external_number = 'C8'");
        await EraseAsync(site, id, site.Scalar<string>($"SELECT name FROM customer WHERE customer_id = {id}")!);

        var run = site.Scalar<long>("SELECT max(id) FROM import_run");
        (_, page) = await site.SubmitAsync(await site.PageAsync($"/imports/{run}"), "/undo");
        page.QuerySelector("main")!.TextContent.ShouldContain("Not undone, and nothing was changed");
        site.Scalar<long>("SELECT count(*) FROM customer WHERE external_number = 'C9'").ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_that_holds_the_same_customers_is_told_who_is_to_go_and_only_those_of_its_stores(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await EraseAsync(site);
        using (var session = site.Database.OpenSession()) ImportSite.AddStaff(session, 50, "elsewhere", "manager", 2);
        using var program = await ApiProgram.OpenAsync(site, 1, "customers:read");
        using var elsewhere = await ApiProgram.OpenAsync(site, 50, "customers:read");
        var one = (await program.GetAsync("/api/erasures")).Json.GetProperty("items")[0];
        (one.GetProperty("customerId").GetInt64(), one.GetProperty("askedHow").GetString(), one.GetProperty("isIntact").GetBoolean()).ShouldBe((1, "本人到店，核对证件", true));
        one.GetProperty("deleted").EnumerateArray().Select(gone => gone.GetProperty("count").GetInt64()).ShouldAllBe(count => count > 0);
        foreach (var trace in Traces) one.GetRawText().ShouldNotContain(trace);
        (await program.GetAsync($"/api/erasures?after={one.GetProperty("id")}")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);

        (await elsewhere.GetAsync("/api/erasures")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await elsewhere.GetAsync("/api/erasures/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE erasure SET asked_how = 'nobody asked'");
        (await program.GetAsync("/api/erasures/1")).Json.GetProperty("isIntact").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_certificate_that_was_changed_says_so(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await EraseAsync(site);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE erasure SET asked_how = 'nobody asked'");
        (await site.PageAsync("/privacy/erasures/1")).QuerySelector("main")!.TextContent.ShouldContain("The seal does not fit");
    }

    [Theory, OnBothDatabases]
    public async Task All_that_is_held_can_be_read_and_taken_away_and_both_are_written_down(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var page = (await site.PageAsync("/customers/1/privacy")).QuerySelector("main")!.TextContent;
        foreach (var held in (string[])["欧阳绝密", "137 6666 7777", "secret@example.com", "绝密路", "喜欢被叫绝密", "想要绝密茶"]) page.ShouldContain(held);

        using var held1 = JsonDocument.Parse(await site.DownloadAsync("/customers/1/privacy/held.json"));
        var (customer, records) = (held1.RootElement.GetProperty("Customer"), held1.RootElement.GetProperty("Records"));
        customer.GetProperty("Name").GetString().ShouldBe("欧阳绝密");
        var order = records.GetProperty("customer_order")[0];
        order.GetProperty("ordered_on").GetString().ShouldBe("2024-03-01");
        DateTimeOffset.Parse(order.GetProperty("ordered_at").GetString()!).ToUniversalTime().Year.ShouldBeInRange(2024, 2024);
        var all = records.GetRawText();
        foreach (var table in (string[])["special_date", "customer_need", "asset", "repair", "follow_up", "customer_event", "audit_entry"]) records.TryGetProperty(table, out _).ShouldBeTrue(table);
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action IN ('customer.held', 'customer.held-export') AND customer_id = 1").ShouldBe(2);
        (await site.GetAsync("/customers/999999/privacy")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<ImportSite> OpenAsync(DatabaseKind kind)
    {
        var site = await BusyShop.OpenAsync(kind);
        PrivacySite.Hide(site, "admin", []);
        var page = await site.PageAsync("/customers/1/edit");
        CardSite.Errors((await site.SubmitAsync(page, "/details", ("name", "欧阳绝密"), ("phone-0", "13766667777"), ("email-0", "secret@example.com"), ("numberLabel-0", "会员卡"), ("number-0", "888999000111"),
            ("province-0", "浙江"), ("city-0", "杭州"), ("street-0", "绝密路"))).Page).ShouldBeEmpty();
        await site.SubmitAsync(await site.PageAsync("/customers/1"), "/notes", ("words", "喜欢被叫绝密"));
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE customer_need SET words = '想要绝密茶' WHERE customer_id = 1");
        session.Execute("UPDATE repair SET fault_words = '绝密故障' WHERE customer_id = 1");
        session.Execute("UPDATE asset_serial SET serial_number = 'SN1-绝密' WHERE customer_id = 1");
        session.Execute("UPDATE asset SET serial_number = 'SN1-绝密' WHERE customer_id = 1");
        session.Execute("""
            INSERT INTO interaction (customer_id, id, follow_up_id, at, day, channel, staff_id, outcome, note) VALUES (1, 1, 1, @at, @day, 'phone', 1, 'reached', '只说给你听')
            """, ("at", FakeTime.On("2024-03-03").GetUtcNow()), ("day", new DateOnly(2024, 3, 3)));
        session.Execute("INSERT INTO merge_row (merge_id, phase, table_name, number, content) SELECT id, 'before', 'customer', 999, '欧阳绝密' FROM customer_merge WHERE survivor_id = 1 OR merged_id = 1");
        session.Execute("INSERT INTO import_image (run_id, image_id, phase, table_name, first_key, second_key, content) VALUES (1, 999, 'before', 'customer', 1, 0, '欧阳绝密')");
        return site;
    }

    private static Task<(HttpStatusCode Status, AngleSharp.Html.Dom.IHtmlDocument Page)> EraseAsync(ImportSite site, params (string Name, string? Value)[] changes) => EraseAsync(site, 1, "欧阳绝密", changes);

    private static async Task<(HttpStatusCode Status, AngleSharp.Html.Dom.IHtmlDocument Page)> EraseAsync(ImportSite site, long id, string name, params (string Name, string? Value)[] changes) =>
        await site.SubmitAsync(await site.PageAsync($"/customers/{id}/privacy/erasure"), "/erasure", [.. new (string, string?)[] { ("askedHow", "本人到店，核对证件"), ("name", name) }.Where(usual => !changes.Any(change => change.Name == usual.Item1)), .. changes]);

    /// <summary>What belongs to the others, row by row.</summary>
    private static List<string> Others(ImportSite site)
    {
        using var session = site.Database.OpenSession();
        var rows = new List<string>();
        foreach (var table in (string[])["customer", "special_date", "customer_need", "asset", "customer_order", "order_line", "customer_event", "duplicate_key"])
            rows.Add($"{table} {session.Scalar<long>($"SELECT count(*) FROM {table} WHERE customer_id <> 1")}");
        return rows;
    }
}
