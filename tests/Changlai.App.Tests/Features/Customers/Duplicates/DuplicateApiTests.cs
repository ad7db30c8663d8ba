using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Duplicates;

/// <summary>Possible duplicates as another program looks at them, merges them, tells them apart and takes a merge back.</summary>
public sealed class DuplicateApiTests
{
    private static readonly string[] Both = ["customers:read", "customers:write"];

    [Theory, OnBothDatabases]
    public async Task Two_cards_are_compared_merged_once_and_taken_apart_again(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var pair = (await program.GetAsync("/api/duplicates")).Json.GetProperty("items")[0];
        pair.GetProperty("low").GetProperty("id").GetInt64().ShouldBe(1);
        pair.GetProperty("because").GetString().ShouldNotBeNullOrEmpty();
        var compared = await program.GetAsync("/api/duplicates/2/1");
        compared.Json.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("code").GetString()).ShouldContain("name");
        var (low, high) = (compared.Json.GetProperty("low").GetProperty("version").GetInt32(), compared.Json.GetProperty("high").GetProperty("version").GetInt32());

        foreach (var (wrong, field) in new (object, string)[] { (new { lowVersion = low, highVersion = high }, "keep"), (new { keep = 3, lowVersion = low, highVersion = high }, "keep"), (new { keep = 1, highVersion = high }, "lowVersion"),
            (new { keep = 1, lowVersion = low, highVersion = high, sides = new Dictionary<string, string> { ["shoe"] = "low" } }, "sides.shoe"), (new { keep = 1, lowVersion = low, highVersion = high, sides = new Dictionary<string, string> { ["name"] = "both" } }, "sides") })
            (await program.CallAsync(HttpMethod.Post, "/api/duplicates/1/2/merge", wrong)).Fields.ShouldBe([field]);
        (await program.CallAsync(HttpMethod.Post, "/api/duplicates/1/2/merge", new { keep = 1, lowVersion = low + 1, highVersion = high })).Status.ShouldBe(HttpStatusCode.Conflict, "somebody changed one of them");

        var body = new { keep = 1, lowVersion = low, highVersion = high, sides = new Dictionary<string, string> { ["occupation"] = "high" } };
        var merged = await program.CallAsync(HttpMethod.Post, "/api/duplicates/1/2/merge", body, ("Idempotency-Key", "k"));
        (merged.Status, merged.Json.GetProperty("survivorId").GetInt64()).ShouldBe((HttpStatusCode.Created, 1));
        (await program.GetAsync("/api/customers/1")).Text("occupation").ShouldBe("教师");
        (await program.CallAsync(HttpMethod.Post, "/api/duplicates/1/2/merge", body, ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.NotFound, "one of the two is no more");
        var id = merged.Json.GetProperty("id").GetInt64();
        (await program.GetAsync("/api/duplicates/merges")).Json.GetProperty("items")[0].GetProperty("id").GetInt64().ShouldBe(id);
        (await program.CallAsync(HttpMethod.Post, $"/api/duplicates/merges/{id}/undo")).Json.GetProperty("undoneAt").GetString().ShouldNotBeNull();
        (await program.GetAsync("/api/customers/2")).Text("occupation").ShouldBe("教师");
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_told_apart_is_not_offered_again(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        (await program.CallAsync(HttpMethod.Post, "/api/duplicates/1/2/not-same")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await program.GetAsync("/api/duplicates")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await program.GetAsync("/api/duplicates/1/2")).Json.GetProperty("isToldApart").GetBoolean().ShouldBeTrue();
        (await program.GetAsync("/api/duplicates?after=x")).Fields.ShouldBe(["after"]);
    }

    [Theory, OnBothDatabases]
    public async Task Another_stores_card_is_not_there_and_who_does_not_lead_merges_nothing(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var manager = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[] { (HttpMethod.Get, "/api/duplicates/1/3", null), (HttpMethod.Post, "/api/duplicates/1/3/merge", new { keep = 1, lowVersion = 1, highVersion = 1 }), (HttpMethod.Post, "/api/duplicates/1/3/not-same", null),
            (HttpMethod.Post, "/api/duplicates/merges/9/undo", null) })
        {
            (await manager.CallAsync(method, path, body)).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await staff.CallAsync(method, path, body)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    /// <summary>Customers 1 and 2 with one phone in the manager's store, 3 in another.</summary>
    private static async Task<ImportSite> OpenAsync(DatabaseKind kind)
    {
        var site = await CardSite.OpenAsync(kind, "manager");
        await site.RegisterAsync(("name", "王小明"), ("phone-0", "13800138000"));
        await site.RegisterAsync(("name", "王小明"), ("phone-0", "13800138000"), ("occupation", "教师"));
        await site.RegisterAsync(("name", "李二店"));
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE customer SET store_id = 2, owner_id = NULL WHERE customer_id = 3");
        session.Execute("""
            INSERT INTO duplicate_pair (low_id, high_id, score, evidence, state, found_at, store_id) VALUES (1, 2, 90, 'same-phone:60', 'open', @now, 1) ON CONFLICT (low_id, high_id) DO NOTHING
            """, ("now", TimeProvider.System.GetUtcNow()));
        return site;
    }
}
