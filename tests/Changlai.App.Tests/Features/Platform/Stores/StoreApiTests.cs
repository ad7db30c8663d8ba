using System.Net;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Stores;

/// <summary>Stores and public holidays as another program reads and changes them.</summary>
public sealed class StoreApiTests
{
    private static readonly string[] Both = ["settings:read", "settings:write"];

    [Theory, OnBothDatabases]
    public async Task A_store_is_made_once_and_changed_from_its_version(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var body = new { name = "三店", city = "杭州", openDays = new[] { 1, 2, 3 }, hours = new Dictionary<string, string> { ["1"] = "09:00-18:00" } };
        var made = await program.CallAsync(HttpMethod.Post, "/api/stores", body, ("Idempotency-Key", "k"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        (await program.CallAsync(HttpMethod.Post, "/api/stores", body, ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.OK);
        var address = made.Headers.Location!.ToString();
        var read = await program.GetAsync(address);
        (read.Text("currency"), read.Text("timeZone"), read.ETag).ShouldBe(("CNY", "Asia/Shanghai", made.ETag));
        read.Json.GetProperty("openDays").EnumerateArray().Select(day => day.GetInt32()).ShouldBe([1, 2, 3]);
        read.Json.GetProperty("hours").GetProperty("1").GetString()!.ShouldContain("09:00");

        (await program.CallAsync(HttpMethod.Put, address, read.Json)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await program.CallAsync(HttpMethod.Put, address, read.Json, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.OK, "what is read can be sent back");
        var changed = await program.CallAsync(HttpMethod.Put, address, new { name = "西湖店", holidays = "official" }, ("If-Match", read.ETag!));
        (changed.Status, changed.Text("holidays")).ShouldBe((HttpStatusCode.OK, "official"));
        (await program.CallAsync(HttpMethod.Put, address, body, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        foreach (var (wrong, field) in new (object, string)[] { (new { name = "" }, "name"), (new { name = "一店" }, "name"), (new { name = "a", timeZone = "Mars/Olympus" }, "timeZone"), (new { name = "a", currency = "X" }, "currency"),
            (new { name = "a", openDays = new[] { 9 } }, "openDays[0]"), (new { name = "a", openDays = Array.Empty<int>() }, "openDays"), (new { name = "a", hours = new Dictionary<string, string> { ["1"] = "soon" } }, "hours.1"), (new { name = "a", id = 99 }, "id") })
            (await program.CallAsync(HttpMethod.Post, "/api/stores", wrong)).Fields.ShouldBe([field]);
        (await site.CountAsync("store")).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task Days_are_closed_and_opened_again(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var closed = await program.CallAsync(HttpMethod.Post, "/api/stores/1/days", new { kind = "closed", from = "2098-02-01", to = "2098-02-03", reason = "装修" });
        closed.Status.ShouldBe(HttpStatusCode.Created);
        closed.Json.GetProperty("items")[0].GetProperty("to").GetString().ShouldBe("2098-02-03");
        (await program.CallAsync(HttpMethod.Post, "/api/stores/1/days", new { kind = "x", from = "2098-02-30" })).Fields.ShouldBe(["kind", "from", "reason"], ignoreOrder: true);
        (await program.CallAsync(HttpMethod.Delete, "/api/stores/1/days?from=x")).Fields.ShouldBe(["from"]);
        (await program.CallAsync(HttpMethod.Delete, "/api/stores/1/days?from=2098-02-02&to=2098-02-03")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await program.GetAsync("/api/stores/1/days")).Json.GetProperty("items")[0].GetProperty("to").GetString().ShouldBe("2098-02-01");
    }

    [Theory, OnBothDatabases]
    public async Task A_manager_changes_their_own_store_and_makes_none(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var manager = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        (await manager.GetAsync("/api/stores")).Json.GetProperty("items").EnumerateArray().Select(store => store.GetProperty("id").GetInt64()).ShouldBe([1]);
        (await manager.CallAsync(HttpMethod.Post, "/api/stores", new { name = "a" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.CallAsync(HttpMethod.Post, "/api/holidays", new { days = Array.Empty<object>() })).Status.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var (method, path) in new[] { (HttpMethod.Get, "/api/stores/2"), (HttpMethod.Put, "/api/stores/2"), (HttpMethod.Get, "/api/stores/2/days"), (HttpMethod.Post, "/api/stores/2/days"), (HttpMethod.Delete, "/api/stores/2/days?from=2098-01-01") })
        {
            object? body = method == HttpMethod.Put || method == HttpMethod.Post ? new { reason = "a" } : null;
            if (method == HttpMethod.Put) body = new { name = "a" };
            (await manager.CallAsync(method, path, body, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
            (await staff.CallAsync(method, path, body, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Holidays_are_entered_read_and_taken_back(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var entered = await program.CallAsync(HttpMethod.Post, "/api/holidays",
            new { days = new[] { new { day = "2098-01-01", kind = "holiday", name = "元旦" }, new { day = "2098-01-05", kind = "working", name = "元旦" } }, source = "公告" });
        (entered.Status, entered.Json.GetProperty("year").GetInt32(), entered.Text("source")).ShouldBe((HttpStatusCode.OK, 2098, "公告"));
        Kinds(entered).ShouldBe(["holiday", "working"]);
        (await program.CallAsync(HttpMethod.Delete, "/api/holidays?day=2098-01-05")).Status.ShouldBe(HttpStatusCode.NoContent);
        Kinds(await program.GetAsync("/api/holidays?year=2098")).ShouldBe(["holiday"]);
        (await program.GetAsync("/api/holidays?year=1")).Fields.ShouldBe(["year"]);
        (await program.CallAsync(HttpMethod.Delete, "/api/holidays?day=x")).Fields.ShouldBe(["day"]);
        (await program.CallAsync(HttpMethod.Post, "/api/holidays", new { days = new[] { new { day = "2098-01-01", kind = "holiday", name = "a,b" } } })).Fields.ShouldBe(["days[0]"]);
        (await program.CallAsync(HttpMethod.Post, "/api/holidays", new { days = new[] { new { day = "2098-13-01", kind = "holiday", name = "a" } } })).Fields.ShouldBe(["days"]);
    }

    private static string?[] Kinds(ApiAnswer answer) => [.. answer.Json.GetProperty("items").EnumerateArray().Select(day => day.GetProperty("kind").GetString()).Where(kind => kind is not null)];
}
