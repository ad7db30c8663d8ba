using System.Net;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Features.Orders.Entry;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Calendars;

namespace Changlai.App.Tests.Features.FollowUps.Planning;

/// <summary>Whatever a segment can ask for marks the customer when it changes, so that a plan for a segment takes effect.</summary>
public sealed class WhatMarksCustomersTests
{
    [Theory, OnBothDatabases]
    public async Task Needs_and_what_becomes_of_them(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await MarksAsync(site, [1], async () => (await site.SubmitAsync(await PageAsync(site, "/customers/1"), "/needs", ("words", "要小包装"), ("product", "T1"))).Status);
        await MarksAsync(site, [1], async () => (await site.SubmitAsync(await PageAsync(site, "/customers/1"), "/state", ("state", "answered"), ("answer", "有，下周到货"))).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Relations_on_both_cards(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await MarksAsync(site, [1, 3], async () =>
            (await site.SubmitAsync(await PageAsync(site, "/customers/1/relations?q=N3"), "/relations", ("other", "3"), ("kind", "introduced-by"))).Status);
        await MarksAsync(site, [1, 3], async () => (await site.SubmitAsync(await PageAsync(site, "/customers/1/relations"), "/removal")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Devices_repairs_alarms_and_the_threshold_of_alarms(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await MarksAsync(site, [1], async () => (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", new { product = "T1", serialNumber = "SN1", startedOn = "2024-03-01" })).Status);
        await MarksAsync(site, [1], async () => (await site.CallAsync(HttpMethod.Put, "/api/customers/1/assets/1", new { product = "T1", serialNumber = "SN1", startedOn = "2024-03-02" })).Status);
        foreach (var day in (string[])["2024-04-01", "2024-05-01"])
            await MarksAsync(site, [1], async () => (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/repairs", new { doneOn = day, fault = "leak", work = "x" })).Status);
        await MarksAsync(site, [1], async () => (await site.CallAsync(HttpMethod.Put, "/api/assets/threshold", new { times = 5, days = 60 })).Status);
        await MarksAsync(site, [], async () => (await site.CallAsync(HttpMethod.Put, "/api/assets/threshold", new { times = 6, days = 60 })).Status);
        await MarksAsync(site, [1], async () => (await site.CallAsync(HttpMethod.Put, "/api/assets/threshold", new { times = 2, days = 60 })).Status);
        await MarksAsync(site, [1], async () => (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/settlement", new { words = "换了新的" })).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_name_that_a_file_of_orders_puts_right_though_its_orders_are_the_same(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-03-02");
        shop.Record(new TestLine("A1", "1", "2026-03-02"), new TestLine("A2", "2", "2026-03-02"));
        shop.Session.Execute("DELETE FROM planning_due");
        shop.Session.Execute("UPDATE customer SET name = '旧名' WHERE external_number = '1'");

        var batch = TestOrders.Batch(new TestLine("A1", "1", "2026-03-02"), new TestLine("A2", "2", "2026-03-02"));
        batch = batch with { Customers = [batch.Customers[0] with { Name = "新名" }, batch.Customers[1]] };
        shop.InTransaction(() => new App.Features.Orders.Recording.OrderRecorder(shop.Session, [new FollowUpsOnOrders(shop.Time)], shop.Time).Record(batch, TestOrders.Till));

        Due(shop.Session).ShouldBe([shop.IdOf("1")]);
    }

    [Theory, OnBothDatabases]
    public async Task Another_category_of_a_product_marks_whoever_bought_it(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, "2026-04-01");
        shop.AddProduct("coffee", 20);
        shop.Record(new TestLine("A1", "1", "2026-03-01"), new TestLine("A2", "2", "2026-03-01", "coffee"), new TestLine("A3", "3", "2026-03-05"));
        shop.Session.Execute("DELETE FROM planning_due");

        var tea = ProductQuery.List(shop.Session, "tea", active: true, after: null, 1).Single();
        new ProductRecorder(shop.Session, shop.Time).Change(tea, tea with { Category = "茶叶" }, 1).ShouldBeTrue();
        new CycleSweep([new FollowUpsOnOrders(shop.Time)], new SweepSignal()).Run(shop.Session, CancellationToken.None);

        Due(shop.Session).ShouldBe([shop.IdOf("1"), shop.IdOf("3")]);
    }

    /// <summary>The shop of the order tests with a second customer of the first store; another node seems to hold the planner's lease, so that marks stay.</summary>
    private static async Task<ImportSite> OpenAsync(DatabaseKind kind)
    {
        var site = await OrderEntryPageTests.OpenAsync(kind);
        using var session = site.Database.OpenSession();
        session.Execute("INSERT INTO lease (name, holder, until) VALUES ('plan', 'another', @until) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until",
            ("until", new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        NewCustomers.Write(session, "test",
            [new NewCustomer("N3", "王芳", null, null, null, null, null, null, null, 1, null, Weekdays.None, null, null, FakeTime.On("2024-01-01").GetUtcNow(), [])]);
        return site;
    }

    private static async Task<IHtmlDocument> PageAsync(ImportSite site, string path) => (await site.GetAsync(path)).Page;

    private static async Task MarksAsync(ImportSite site, long[] customers, Func<Task<HttpStatusCode>> change)
    {
        using var session = site.Database.OpenSession();
        session.Execute("DELETE FROM planning_due");
        ((int)await change()).ShouldBeInRange(200, 299);
        Due(session).ShouldBe(customers);
    }

    private static List<long> Due(DatabaseSession session)
    {
        var due = new List<long>();
        using var rows = session.Read("SELECT customer_id FROM planning_due ORDER BY customer_id");
        while (rows.Next()) due.Add(rows.Long(0));
        return due;
    }
}
