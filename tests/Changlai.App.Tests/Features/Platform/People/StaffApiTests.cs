using System.Net;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>People and their days as another program reads and changes them.</summary>
public sealed class StaffApiTests
{
    private static readonly string[] Both = ["staff:read", "staff:write"];

    [Theory, OnBothDatabases]
    public async Task Somebody_is_added_once_changed_leaves_and_comes_back(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "admin");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var body = new { name = "赵大力", signIn = "zhao", role = "staff", storeId = 1, furtherStores = new[] { 2 }, capacity = 20 };
        var made = await program.CallAsync(HttpMethod.Post, "/api/staff", body, ("Idempotency-Key", "k"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        (await program.CallAsync(HttpMethod.Post, "/api/staff", body, ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.OK);
        made.Json.GetProperty("hasPassword").GetBoolean().ShouldBeFalse("how they get in is made on the page");
        var address = made.Headers.Location!.ToString();
        (await program.CallAsync(HttpMethod.Put, address, new { name = "赵力", role = "manager", storeId = 2 })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await program.CallAsync(HttpMethod.Put, address, new { name = "赵力", role = "manager", storeId = 2 }, ("If-Match", made.ETag!));
        (changed.Status, changed.Text("role"), changed.Json.GetProperty("furtherStores").GetArrayLength()).ShouldBe((HttpStatusCode.OK, "manager", 0));
        (await program.CallAsync(HttpMethod.Put, address, new { name = "x", role = "staff", storeId = 1 }, ("If-Match", made.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Put, address, new { name = "x", signIn = "other", role = "staff", storeId = 1 }, ("If-Match", changed.ETag!))).Fields.ShouldBe(["signIn"]);
        (await program.CallAsync(HttpMethod.Post, $"{address}/leaving")).Json.GetProperty("active").GetBoolean().ShouldBeFalse();
        (await program.GetAsync("/api/staff?left=true")).Json.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("name").GetString()).ShouldBe(["赵力"]);
        (await program.CallAsync(HttpMethod.Post, $"{address}/return")).Json.GetProperty("active").GetBoolean().ShouldBeTrue();
        (await program.CallAsync(HttpMethod.Post, "/api/staff/1/leaving")).Status.ShouldBe(HttpStatusCode.Conflict, "oneself");
        foreach (var (wrong, field) in new (object, string)[] { (new { name = "", signIn = "abc", storeId = 1 }, "name"), (new { name = "a", signIn = "zhao", storeId = 1 }, "signIn"), (new { name = "a", signIn = "abc", role = "king", storeId = 1 }, "role"),
            (new { name = "a", signIn = "abc" }, "storeId"), (new { name = "a", signIn = "abc", storeId = 1, furtherStores = new[] { 99 } }, "furtherStores"), (new { name = "a", signIn = "abc", storeId = 1, reach = "x" }, "reach"), (new { name = "a", signIn = "abc", storeId = 1, capacity = 2.5 }, "capacity") })
            (await program.CallAsync(HttpMethod.Post, "/api/staff", wrong)).Fields.ShouldBe([field]);
    }

    [Theory, OnBothDatabases]
    public async Task The_list_goes_on_page_by_page(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "admin");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var names = new List<string?>();
        string? next = null;
        do
        {
            var page = (await program.GetAsync($"/api/staff?limit=1{(next is null ? "" : $"&after={Uri.EscapeDataString(next)}")}")).Json;
            names.AddRange(page.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        names.Count.ShouldBe(3);
        names.ShouldBeUnique();
        (await program.GetAsync("/api/staff?after=x")).Fields.ShouldBe(["after"]);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_gives_more_than_is_theirs_and_another_stores_people_are_not_there(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager", session => session.Execute("""
            INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (5, '二店的', 's', 'staff', 2, 127, 30, 'zh', @yes)
            """, ("yes", true)));
        using var manager = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        (await manager.CallAsync(HttpMethod.Post, "/api/staff", new { name = "a", signIn = "abc", role = "admin" })).Fields.ShouldContain("role");
        (await manager.CallAsync(HttpMethod.Post, "/api/staff", new { name = "a", signIn = "abc", storeId = 2 })).Fields.ShouldContain("storeId");
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, "/api/staff/5", null), (HttpMethod.Put, "/api/staff/5", new { name = "a" }), (HttpMethod.Post, "/api/staff/5/leaving", null), (HttpMethod.Post, "/api/staff/5/return", null),
            (HttpMethod.Put, "/api/staff/5/days/usual", new { capacity = 1 }), (HttpMethod.Post, "/api/staff/5/days", new { from = "2098-01-01" }), (HttpMethod.Delete, "/api/staff/5/days/1", null),
        })
        {
            (await manager.CallAsync(method, path, body, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
            (await staff.CallAsync(method, path, body, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }
        (await staff.GetAsync("/api/staff/5/days")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await staff.GetAsync("/api/staff/3/days")).Status.ShouldBe(HttpStatusCode.OK, "one's own");
    }

    [Theory, OnBothDatabases]
    public async Task Days_off_are_entered_once_and_taken_back(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var made = await program.CallAsync(HttpMethod.Post, "/api/staff/3/days", new { from = "2098-03-01", to = "2098-03-02", kind = "holiday", note = "探亲" }, ("Idempotency-Key", "k"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        var again = await program.CallAsync(HttpMethod.Post, "/api/staff/3/days", new { from = "2098-03-01", to = "2098-03-02", kind = "holiday", note = "探亲" }, ("Idempotency-Key", "k"));
        (again.Status, again.Json.GetProperty("id").GetInt64()).ShouldBe((HttpStatusCode.OK, made.Json.GetProperty("id").GetInt64()));
        var usual = await program.CallAsync(HttpMethod.Put, "/api/staff/3/days/usual", new { weekdays = new[] { 1, 2 }, capacity = 12 });
        (usual.Status, usual.Json.GetProperty("capacity").GetInt32(), usual.Json.GetProperty("off").GetArrayLength()).ShouldBe((HttpStatusCode.OK, 12, 1));
        (await program.CallAsync(HttpMethod.Put, "/api/staff/3/days/usual", new { weekdays = new[] { 0 }, capacity = 12 })).Fields.ShouldBe(["weekdays[0]"]);
        (await program.CallAsync(HttpMethod.Put, "/api/staff/3/days/usual", new { weekdays = new[] { 1 }, capacity = 1.5 })).Fields.ShouldBe(["capacity"]);
        (await program.CallAsync(HttpMethod.Post, "/api/staff/3/days", new { from = "x", kind = "y", capacity = -1 })).Fields.ShouldBe(["from", "kind", "capacity"], ignoreOrder: true);
        (await program.CallAsync(HttpMethod.Delete, $"/api/staff/3/days/{made.Json.GetProperty("id").GetInt64()}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await site.CountAsync("staff_day_off")).ShouldBe(0);
    }
}
