using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Handover;

/// <summary>Handing customers over as another program does it.</summary>
public sealed class HandoverApiTests
{
    private static readonly string[] Both = ["customers:read", "customers:write"];

    [Theory, OnBothDatabases]
    public async Task What_was_seen_is_done_once_and_taken_back(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var seen = await program.CallAsync(HttpMethod.Post, "/api/handovers/preview", new { fromId = 3, to = new[] { 1 } });
        seen.Json.GetProperty("customers").GetInt32().ShouldBe(2);
        seen.Json.GetProperty("shares")[0].GetProperty("gets").GetInt32().ShouldBe(2);
        (await program.CallAsync(HttpMethod.Post, "/api/handovers", new { fromId = 3, to = new[] { 1 }, customers = 5 })).Status.ShouldBe(HttpStatusCode.Conflict, "another number than was seen");
        var body = new { fromId = 3, to = new[] { 1 }, customers = 2 };
        var done = await program.CallAsync(HttpMethod.Post, "/api/handovers", body, ("Idempotency-Key", "k"));
        (done.Status, done.Json.GetProperty("customers").GetInt32(), done.Json.GetProperty("mayUndo").GetBoolean()).ShouldBe((HttpStatusCode.Created, 2, true));
        var again = await program.CallAsync(HttpMethod.Post, "/api/handovers", body, ("Idempotency-Key", "k"));
        (again.Status, again.Json.GetProperty("id").GetInt64()).ShouldBe((HttpStatusCode.OK, done.Json.GetProperty("id").GetInt64()));
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 1").ShouldBe(2);
        var address = $"/api/handovers/{done.Json.GetProperty("id").GetInt64()}/undo";
        (await program.CallAsync(HttpMethod.Post, address)).Json.GetProperty("back").GetInt32().ShouldBe(2);
        (await program.CallAsync(HttpMethod.Post, address)).Status.ShouldBe(HttpStatusCode.Conflict);
        site.Scalar<long>("SELECT count(*) FROM customer WHERE owner_id = 3").ShouldBe(2);
        (await program.GetAsync("/api/handovers")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_named_and_who_does_not_lead_hands_nobody_over(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        foreach (var (wrong, fields) in new (object, string[])[] { (new { }, ["fromId", "to", "customers"]), (new { fromId = 99, to = new[] { 1 }, customers = 1 }, ["fromId"]), (new { storeId = 2, to = new[] { 1 }, customers = 1 }, ["storeId"]),
            (new { fromId = 3, to = new[] { 3 }, customers = 1 }, ["to"]), (new { fromId = 3, to = new[] { 1 }, customers = 1, byHand = new Dictionary<string, long> { ["x"] = 1 } }, ["byHand.x"]), (new { fromId = 3, tier = "tin", to = new[] { 1 }, customers = 1 }, ["tier"]) })
            (await program.CallAsync(HttpMethod.Post, "/api/handovers", wrong)).Fields.ShouldBe(fields, ignoreOrder: true);
        (await staff.CallAsync(HttpMethod.Post, "/api/handovers", new { fromId = 3, to = new[] { 1 }, customers = 2 })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await program.CallAsync(HttpMethod.Post, "/api/handovers/9/undo")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<ImportSite> OpenAsync(DatabaseKind kind)
    {
        var site = await CardSite.OpenAsync(kind, "manager");
        foreach (var name in (string[])["王小明", "王大明"]) await site.RegisterAsync(("name", name));
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE customer SET owner_id = 3, store_id = 1");
        return site;
    }
}
