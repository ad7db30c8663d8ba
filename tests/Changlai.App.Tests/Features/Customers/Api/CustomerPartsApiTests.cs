using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Api;

/// <summary>What belongs to a customer, as another program reads and changes it: dates, wishes, needs, relations.</summary>
public sealed class CustomerPartsApiTests
{
    private static readonly string[] Both = ["customers:read", "customers:write"];

    [Theory, OnBothDatabases]
    public async Task A_special_date_is_added_once_changed_from_its_version_and_removed(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var body = new { kind = "birthday", calendar = "lunar", month = 8, day = 15, year = 1980 };
        var made = await program.CallAsync(HttpMethod.Post, "/api/customers/1/dates", body, ("Idempotency-Key", "k"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        (await program.CallAsync(HttpMethod.Post, "/api/customers/1/dates", body, ("Idempotency-Key", "k"))).Status.ShouldBe(HttpStatusCode.OK);
        var address = made.Headers.Location!.ToString();
        var read = await program.GetAsync(address);
        (read.Text("calendar"), read.Json.GetProperty("month").GetInt32(), read.Json.GetProperty("year").GetInt32(), read.ETag).ShouldBe(("lunar", 8, 1980, made.ETag));
        DateOnly.Parse(read.Text("nextOn")).ShouldBeGreaterThan(new DateOnly(2000, 1, 1));
        (await program.GetAsync("/api/customers/1/dates")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);

        (await program.CallAsync(HttpMethod.Put, address, body)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await program.CallAsync(HttpMethod.Put, address, new { kind = "other", name = "店庆", month = 2, day = 29 }, ("If-Match", read.ETag!));
        (changed.Status, changed.Text("name"), changed.Text("calendar")).ShouldBe((HttpStatusCode.OK, "店庆", "gregorian"));
        (await program.CallAsync(HttpMethod.Put, address, body, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, address, null, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, address, null, ("If-Match", changed.ETag!))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await program.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var (wrong, field) in new (object, string)[] { (new { kind = "x", month = 1, day = 1 }, "kind"), (new { kind = "birthday", month = 2, day = 30 }, "day"), (new { kind = "other", month = 1, day = 1 }, "name"),
            (new { kind = "birthday", month = 1, day = 1, leapMonth = true }, "leapMonth"), (new { kind = "birthday", month = 1, day = 1, calendar = "mayan" }, "calendar"), (new { kind = "birthday", month = 1, day = 1, year = 3000 }, "year") })
            (await program.CallAsync(HttpMethod.Post, "/api/customers/1/dates", wrong)).Fields.ShouldBe([field]);
        (await site.CountAsync("special_date")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_refusal_says_how_we_heard_of_it_and_is_kept(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        const string address = "/api/customers/1/wishes";
        var read = await program.GetAsync(address);
        read.ETag.ShouldBe((await program.GetAsync("/api/customers/1")).ETag, "they are part of the card");
        var without = await program.CallAsync(HttpMethod.Put, address, new { days = new[] { 1, 6 }, from = "18:30", refused = new[] { "sms" } }, ("If-Match", read.ETag!));
        without.Fields.ShouldBe(["consentSource", "wording"], ignoreOrder: true);
        (await program.CallAsync(HttpMethod.Put, address, new { days = new[] { 1 } })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await program.CallAsync(HttpMethod.Put, address,
            new { days = new[] { 1, 6 }, from = "18:30", refused = new[] { "sms" }, topics = new[] { "新茶" }, consented = true, consentSource = "phone", wording = "别发短信" }, ("If-Match", read.ETag!));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Json.GetProperty("days").EnumerateArray().Select(day => day.GetInt32()).ShouldBe([1, 6]);
        changed.Json.GetProperty("refused")[0].GetString().ShouldBe("sms");
        (changed.Text("from"), changed.Json.GetProperty("consented").GetBoolean()).ShouldBe(("18:30", true));
        site.Scalar<long>("SELECT count(*) FROM consent_event WHERE customer_id = 1").ShouldBe(2);
        (await program.CallAsync(HttpMethod.Put, address, changed.Json, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Put, address, changed.Json, ("If-Match", changed.ETag!))).Status.ShouldBe(HttpStatusCode.OK, "what is read can be sent back");
        var last = await program.GetAsync(address);
        foreach (var (wrong, field) in new (object, string)[] { (new { days = new[] { 1, 8 } }, "days[1]"), (new { liked = new[] { "pigeon" } }, "liked[0]"), (new { from = "25:00" }, "from"), (new { from = "12:00", until = "11:00" }, "until") })
            (await program.CallAsync(HttpMethod.Put, address, wrong, ("If-Match", last.ETag!))).Fields.ShouldContain(field);
    }

    [Theory, OnBothDatabases]
    public async Task A_need_is_noted_answered_and_met(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var made = await program.CallAsync(HttpMethod.Post, "/api/customers/1/needs", new { words = "想要小包装" }, ("Idempotency-Key", "k"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        var id = made.Json.GetProperty("id").GetInt64();
        (await program.CallAsync(HttpMethod.Post, "/api/customers/1/needs", new { words = "想要小包装" }, ("Idempotency-Key", "k"))).Json.GetProperty("id").GetInt64().ShouldBe(id);
        (await program.CallAsync(HttpMethod.Put, $"/api/customers/1/needs/{id}", new { state = "answered" })).Fields.ShouldBe(["answer"]);
        (await program.CallAsync(HttpMethod.Put, $"/api/customers/1/needs/{id}", new { state = "lost" })).Fields.ShouldBe(["state"]);
        var answered = await program.CallAsync(HttpMethod.Put, $"/api/customers/1/needs/{id}", new { state = "answered", answer = "三月到货" });
        (answered.Text("state"), answered.Text("answer")).ShouldBe(("answered", "三月到货"));
        (await program.CallAsync(HttpMethod.Put, $"/api/customers/1/needs/{id}", new { state = "met" })).Text("answer").ShouldBe("三月到货");
        (await program.GetAsync("/api/customers/1/needs")).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        (await program.GetAsync("/api/needs?state=met")).Json.GetProperty("items")[0].GetProperty("customerId").GetInt64().ShouldBe(1);
        (await program.GetAsync("/api/needs?state=open")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await program.GetAsync("/api/needs?state=x&after=y")).Fields.ShouldBe(["state", "after"], ignoreOrder: true);
        (await program.CallAsync(HttpMethod.Post, "/api/customers/1/needs", new { words = "", product = "没有的" })).Fields.ShouldBe(["words", "product"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task A_relation_stands_on_both_cards_until_it_is_removed(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        (await program.CallAsync(HttpMethod.Post, "/api/customers/1/relations", new { otherId = 2, kind = "introduced-by" })).Status.ShouldBe(HttpStatusCode.Created);
        var other = (await program.GetAsync("/api/customers/2/relations")).Json.GetProperty("items")[0];
        (other.GetProperty("otherId").GetInt64(), other.GetProperty("kind").GetString()).ShouldBe((1, "introduced"));
        foreach (var (wrong, field) in new (object, string)[] { (new { otherId = 2, kind = "rival" }, "kind"), (new { otherId = 1, kind = "family" }, "otherId"), (new { otherId = 3, kind = "family" }, "otherId"), (new { kind = "family" }, "otherId") })
            (await program.CallAsync(HttpMethod.Post, "/api/customers/1/relations", wrong)).Fields.ShouldBe([field]);
        (await program.CallAsync(HttpMethod.Delete, "/api/customers/1/relations/2/family")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await program.CallAsync(HttpMethod.Delete, "/api/customers/1/relations/2/introduced-by")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await site.CountAsync("customer_relation")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_belongs_to_another_stores_customer_is_not_there_and_who_may_only_read_changes_nothing(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'auditor' WHERE id = 3");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        using var auditor = await ApiProgram.OpenAsync(site, 3, Both);
        foreach (var (part, method, body) in new (string, HttpMethod, object?)[]
        {
            ("dates", HttpMethod.Get, null), ("wishes", HttpMethod.Get, null), ("needs", HttpMethod.Get, null), ("relations", HttpMethod.Get, null), ("dates", HttpMethod.Post, new { kind = "birthday", month = 1, day = 1 }),
            ("wishes", HttpMethod.Put, new { notAtWork = true }), ("needs", HttpMethod.Post, new { words = "a" }), ("relations", HttpMethod.Post, new { otherId = 2, kind = "family" }),
        })
        {
            (await program.CallAsync(method, $"/api/customers/3/{part}", body, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {part}");
            (await auditor.CallAsync(method, $"/api/customers/1/{part}", body, ("If-Match", "*"))).Status.ShouldBe(method == HttpMethod.Get ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{method} {part}");
        }
        (await auditor.GetAsync("/api/needs")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Customers 1 and 2 of the manager's store, 3 of another.</summary>
    private static async Task<ImportSite> OpenAsync(DatabaseKind kind)
    {
        var site = await CardSite.OpenAsync(kind, "manager");
        foreach (var name in (string[])["王小明", "王大明", "李二店"]) await site.RegisterAsync(("name", name));
        using var session = site.Database.OpenSession();
        session.Execute("UPDATE customer SET store_id = 2, owner_id = NULL WHERE customer_id = 3");
        return site;
    }
}
