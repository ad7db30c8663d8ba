using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Changlai.App.Features.Orders.Assets;
using Changlai.App.Tests.Features.Orders.Entry;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Orders.Assets;

/// <summary>Devices and their repairs over HTTP, as pages and as the API; tea has a warranty of twelve months here.</summary>
public sealed class AssetPageTests
{
    private const string Hostile = "<img src=x onerror=alert(1)> \u202e漏水🍵";

    [Theory, OnBothDatabases]
    public async Task A_device_is_added_with_its_warranty_and_stands_on_the_card_and_the_timeline(DatabaseKind kind)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        var (_, card) = await site.GetAsync("/customers/1");
        var (_, form) = await site.GetAsync(card.QuerySelector("#assets a[href$='/assets/new']")!.GetAttribute("href")!);
        var (_, page) = await site.SendAsync(form, "/assets", ("product", "T1"), ("serialNumber", " sn１ "), ("kind", "installed"), ("startedOn", "2024-03-01"), ("place", Hostile));
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("龙井");
        page.QuerySelector("dl.facts")!.TextContent.ShouldContain("warranty ended on 1 Mar 2025");
        page.QuerySelector("dl.facts")!.TextContent.ShouldContain("SN1");
        page.QuerySelector("dl.facts")!.TextContent.ShouldContain(Hostile);
        page.QuerySelectorAll("main img").ShouldBeEmpty();

        (_, card) = await site.GetAsync("/customers/1");
        card.QuerySelector("#assets")!.TextContent.ShouldContain("龙井");
        card.QuerySelector("#history")!.TextContent.ShouldContain("Installed: 龙井");
        (await site.GetAsync("/assets?q=sn1")).Page.QuerySelector("td.main")!.TextContent.ShouldBe("龙井");
        (await site.GetAsync("/assets?q=sn")).Page.QuerySelector(".empty-state").ShouldNotBeNull("the whole number only");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_fault_again_alarms_the_asset_the_card_the_list_and_the_call(DatabaseKind kind)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        await AddAsync(site);
        var page = await RepairAsync(site, "2024-04-01", "leak");
        ImportSite.Notice(page).ShouldBe("The repair is saved.");
        (await site.GetAsync("/assets?show=alarm")).Page.QuerySelector("td.main").ShouldBeNull();

        page = await RepairAsync(site, "2024-05-01", "leak");
        ImportSite.Notice(page).ShouldContain("The same fault came again");
        page.QuerySelector("main .tone-late")!.TextContent.ShouldContain("龙井: Leak, repaired 2 times since 1 Apr 2024.");
        (await site.GetAsync("/customers/1")).Page.QuerySelector("#assets .tone-late")!.TextContent.ShouldContain("same fault 2 times");
        (await site.GetAsync("/customers/1")).Page.QuerySelector("#history")!.TextContent.ShouldContain("Repair of 龙井: Leak");
        (await site.GetAsync("/assets?show=alarm")).Page.QuerySelector("td.main")!.TextContent.ShouldBe("龙井");
        using (var session = site.Database.OpenSession())
            new AssetNotes().Read(session, 1, new DateOnly(2024, 5, 2)).Single(note => note.IsWarning).Words.English.ShouldBe("Repaired again: 龙井, Leak, 2 times. Apologise before anything else.");

        (_, page) = await site.SendAsync(page, "/alarm", ("words", " "));
        page.QuerySelector("#field-words-error")!.TextContent.ShouldContain("Say how it was settled.");
        (_, page) = await site.SendAsync(page, "/alarm", ("words", Hostile));
        page.QuerySelector("main")!.TextContent.ShouldContain($"How the last alarm was settled: {Hostile}");
        (await site.GetAsync("/assets?show=alarm")).Page.QuerySelector("td.main").ShouldBeNull();

        page = await RepairAsync(site, "2024-05-20", "leak");
        page.QuerySelector("main .tone-late")!.TextContent.ShouldContain("repaired 3 times");
    }

    [Theory, OnBothDatabases]
    public async Task A_threshold_that_a_manager_sets_is_applied_to_what_is_stored(DatabaseKind kind)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        await AddAsync(site);
        await RepairAsync(site, "2024-04-01", "leak");
        await RepairAsync(site, "2024-05-01", "leak");
        var (_, list) = await site.GetAsync("/assets?show=alarm");

        var (status, page) = await site.SendAsync(list, "/threshold", ("times", "1"), ("days", "x"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.QuerySelector("#field-times-error")!.TextContent.ShouldContain("from 2 to 20");
        page.QuerySelector("#field-days-error")!.TextContent.ShouldContain("from 7 to 3650");

        (_, page) = await site.SendAsync(list, "/threshold", ("times", "3"), ("days", "60"));
        page.QuerySelector("td.main").ShouldBeNull();
        page.QuerySelector("#field-times")!.GetAttribute("value").ShouldBe("3");
        (_, page) = await site.SendAsync(page, "/threshold", ("times", "2"), ("days", "31"));
        page.QuerySelector("td.main").ShouldNotBeNull();
        (_, page) = await site.SendAsync(page, "/threshold", ("times", "2"), ("days", "30"));
        page.QuerySelector("td.main").ShouldBeNull("thirty days lie between the two");
    }

    [Theory, OnBothDatabases]
    public async Task A_serial_number_is_taken_once_for_a_product(DatabaseKind kind)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        await AddAsync(site);
        var second = new { product = "T1", serialNumber = "sn1", startedOn = "2024-03-02" };
        var (status, problem) = await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", second);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").GetProperty("serialNumber")[0].GetString().ShouldBe("Serial number SN1 of this product is entered already; please check it.");
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", new { product = "T2", serialNumber = "sn1", startedOn = "2024-03-02" })).Status.ShouldBe(HttpStatusCode.Created);
        (await site.CallAsync(HttpMethod.Get, "/api/assets?serial=sn1")).Answer.GetProperty("items").GetArrayLength().ShouldBe(2);

        (await site.CallAsync(HttpMethod.Put, "/api/customers/1/assets/1", new { product = "T1", serialNumber = "SN2", startedOn = "2024-03-02" })).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", second)).Status.ShouldBe(HttpStatusCode.Created, "the number was given up");
    }

    [Theory, OnBothDatabases]
    public async Task The_list_turns_its_pages_by_key(DatabaseKind kind)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        for (var number = 1; number <= 5; number++)
            await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", new { product = "T1", serialNumber = $"S{number}", startedOn = "2024-03-02" });
        var seen = new List<string?>();
        string? next = "";
        do
        {
            var (_, page) = await site.CallAsync(HttpMethod.Get, $"/api/assets?limit=2&after={next}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(asset => asset.GetProperty("serialNumber").GetString()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        seen.ShouldBe(["S5", "S4", "S3", "S2", "S1"]);
    }

    [Theory, OnBothDatabases]
    public async Task Another_stores_devices_are_not_there(DatabaseKind kind)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        await AddAsync(site);
        await RepairAsync(site, "2024-04-01", "leak");
        await RepairAsync(site, "2024-05-01", "leak");
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE customer SET store_id = 2 WHERE customer_id = 1");
        foreach (var path in (string[])["/assets", "/assets?show=alarm", "/assets?q=sn1"])
            (await site.GetAsync(path)).Page.QuerySelector("td.main").ShouldBeNull(path);
        (await site.GetAsync("/customers/1/assets/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CallAsync(HttpMethod.Get, "/api/customers/1/assets/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/settlement", new { words = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("assets", """{"startedOn":"2024-03-01"}""", "product")]
    [InlineData("assets", """{"product":"??","startedOn":"2024-03-01"}""", "product")]
    [InlineData("assets", """{"product":"T1"}""", "startedOn")]
    [InlineData("assets", """{"product":"T1","startedOn":"2999-01-01"}""", "startedOn")]
    [InlineData("assets", """{"product":"T1","startedOn":"2024-03-01","kind":"stolen"}""", "kind")]
    [InlineData("assets", """{"product":"T1","startedOn":"2024-03-01","retiredOn":"2024-02-01"}""", "retiredOn")]
    [InlineData("assets/1/repairs", """{"fault":"leak","work":"x"}""", "doneOn")]
    [InlineData("assets/1/repairs", """{"doneOn":"2024-02-01","fault":"leak","work":"x"}""", "doneOn")]
    [InlineData("assets/1/repairs", """{"doneOn":"2024-04-01","fault":"magic","work":"x"}""", "fault")]
    [InlineData("assets/1/repairs", """{"doneOn":"2024-04-01","fault":"other","work":"x"}""", "faultWords")]
    [InlineData("assets/1/repairs", """{"doneOn":"2024-04-01","fault":"leak"}""", "work")]
    [InlineData("assets/1/repairs", """{"doneOn":"2024-04-01","fault":"leak","work":"x","costMinor":-1}""", "costMinor")]
    [InlineData("assets/1/repairs", """{"doneOn":"2024-04-01","fault":"leak","work":"x","staffId":99}""", "staffId")]
    [InlineData("assets/1/repairs", """{"doneOn":"2025-03-02","fault":"leak","work":"x","underWarranty":true}""", "underWarranty")]
    public async Task The_api_names_what_it_cannot_take(string path, string json, string field)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(DatabaseKind.Sqlite);
        await AddAsync(site);
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var (status, problem) = await site.CallAsync(HttpMethod.Post, $"/api/customers/1/{path}", content);
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
        ((await site.CountAsync("asset")), (await site.CountAsync("repair"))).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_warranty_case_counts_on_the_last_day_of_the_warranty()
    {
        await using var site = await OrderEntryPageTests.OpenAsync(DatabaseKind.Sqlite);
        await AddAsync(site);
        var (status, answer) = await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/repairs", new { doneOn = "2025-03-01", fault = "leak", work = "x", underWarranty = true }, "k");
        status.ShouldBe(HttpStatusCode.Created);
        answer.GetProperty("repairs")[0].GetProperty("underWarranty").GetBoolean().ShouldBeTrue();
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/repairs", new { doneOn = "2025-03-01", fault = "leak", work = "x" }, "k")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.CountAsync("repair")).ShouldBe(1);
    }

    [Fact]
    public async Task Staff_see_the_alarm_but_neither_settle_it_nor_set_when_it_rings()
    {
        await using var site = await OrderEntryPageTests.OpenAsync(DatabaseKind.Sqlite, "staff");
        await AddAsync(site);
        await RepairAsync(site, "2024-04-01", "leak");
        var page = await RepairAsync(site, "2024-05-01", "leak");
        page.QuerySelector("form[action$='/alarm']").ShouldBeNull();
        (await site.GetAsync("/assets?show=alarm")).Page.QuerySelector("form[action='/assets/threshold']").ShouldBeNull();
        (await site.CallAsync(HttpMethod.Put, "/api/assets/threshold", new { times = 5, days = 60 })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets/1/settlement", new { words = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task AddAsync(ImportSite site) =>
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/assets", new { product = "T1", serialNumber = "SN1", startedOn = "2024-03-01" })).Status.ShouldBe(HttpStatusCode.Created);

    private static async Task<IHtmlDocument> RepairAsync(ImportSite site, string on, string fault)
    {
        var (_, page) = await site.GetAsync("/customers/1/assets/1");
        var (status, after) = await site.SendAsync(page, "/repairs#add-repair", ("doneOn", on), ("fault", fault), ("work", "换了垫圈"));
        status.ShouldBe(HttpStatusCode.OK);
        return after;
    }
}
