using System.Net;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders;

/// <summary>Of two who change the same product, order, device, field or store the second hears of the first, in a program and on a page.</summary>
public sealed class VersionTests
{
    private static readonly string[] Scopes = ["products:read", "products:write", "orders:read", "orders:write", "assets:read", "assets:write", "settings:read", "settings:write"];

    [Theory, OnBothDatabases]
    public async Task A_program_changes_only_what_it_has_seen(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Scopes);
        foreach (var (address, one, other) in new (string, object, object)[]
        {
            ("/api/products/1", new { code = "T1", name = "龙井", priceMinor = 9000, currency = "CNY" }, new { code = "T1", name = "狮峰龙井", priceMinor = 9500, currency = "CNY" }),
            ("/api/customers/1/orders/1", new { orderedOn = "2024-03-02", storeId = 1, lines = new[] { new { product = "T1", quantity = 2 } } }, new { orderedOn = "2024-03-02", storeId = 1, lines = new[] { new { product = "T1", quantity = 3 } } }),
            ("/api/customers/1/assets/1", new { product = "T1", serialNumber = "SN2", kind = "sold", startedOn = "2024-03-01" }, new { product = "T1", serialNumber = "SN3", kind = "sold", startedOn = "2024-03-01" }),
        })
        {
            var read = await program.GetAsync(address);
            read.ETag.ShouldNotBeNull(address);
            (await program.GetAsync(address, ("If-None-Match", read.ETag))).Status.ShouldBe(HttpStatusCode.NotModified, address);
            (await program.CallAsync(HttpMethod.Put, address, one)).Status.ShouldBe(HttpStatusCode.PreconditionRequired, address);
            var changed = await program.CallAsync(HttpMethod.Put, address, one, ("If-Match", read.ETag));
            changed.Status.ShouldBe(HttpStatusCode.OK, address);
            changed.ETag.ShouldNotBe(read.ETag, address);
            (await program.CallAsync(HttpMethod.Put, address, other, ("If-Match", read.ETag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed, address);
            (await program.GetAsync(address)).ETag.ShouldBe(changed.ETag, address);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_repair_makes_another_version_of_the_device_but_does_not_disturb_its_form(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Scopes);
        var read = await program.GetAsync("/api/customers/1/assets/1");
        var form = await site.PageAsync("/customers/1/assets/1/change");
        (await program.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/repairs", new { doneOn = "2024-04-01", fault = "leak", work = "换了垫圈" })).Status.ShouldBe(HttpStatusCode.Created);
        (await program.GetAsync("/api/customers/1/assets/1")).ETag.ShouldNotBe(read.ETag);
        (await site.SubmitAsync(form, "/1/change", ("place", "厨房"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task On_a_page_the_second_sees_both_versions_keeps_what_was_typed_and_may_save_it(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        await site.SubmitAsync(await site.PageAsync("/settings/fields/new"), "/settings/fields", ("nameChinese", "爱好"), ("nameEnglish", "Hobby"), ("type", "text"), ("least", ""), ("most", ""));
        foreach (var (page, action, field, one, other) in new[]
        {
            ("/products/1", "/products/1", "name", "狮峰龙井", "西湖龙井"), ("/customers/1/orders/1/change", "/1/change", "quantity-0", "2", "3"), ("/customers/1/assets/1/change", "/1/change", "serialNumber", "SN2", "SN3"),
            ("/settings/fields/1", "/settings/fields/1", "nameEnglish", "Pastime", "Leisure"), ("/settings/stores/1", "/stores/1", "city", "杭州", "苏州"),
        })
        {
            var (mine, theirs) = (await site.PageAsync(page), await site.PageAsync(page));
            (await site.SubmitAsync(theirs, action, (field, one))).Status.ShouldBe(HttpStatusCode.OK, page);
            var (status, conflict) = await site.SubmitAsync(mine, action, (field, other));
            status.ShouldBe(HttpStatusCode.Conflict, page);
            var shown = conflict.QuerySelector("#conflict").ShouldNotBeNull(page).TextContent;
            shown.ShouldContain(one, customMessage: page);
            shown.ShouldContain(other, customMessage: page);
            shown.ShouldContain("You saved it last yourself, today", customMessage: page);
            CardSite.Value(conflict, field).ShouldBe(other, page);
            CardSite.Value(await site.PageAsync(page), field).ShouldBe(one, page);
            (await site.SubmitAsync(conflict, action)).Status.ShouldBe(HttpStatusCode.OK, page);
            CardSite.Value(await site.PageAsync(page), field).ShouldBe(other, page);
        }
    }

    private static async Task<ImportSite> OpenAsync(DatabaseKind kind)
    {
        var site = await CardSite.OpenAsync(kind, "head-office", session => Products.ProductPageTests.Add(session, "T1", "龙井", 30, 12800, "12m"));
        await site.RegisterAsync(("name", "王小明"), ("store", "1"));
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/orders", new { orderedOn = "2024-03-01", storeId = 1, lines = new[] { new { product = "T1", quantity = 1 } } })).Status.ShouldBe(HttpStatusCode.Created);
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", new { product = "T1", serialNumber = "SN1", startedOn = "2024-03-01" })).Status.ShouldBe(HttpStatusCode.Created);
        return site;
    }
}
