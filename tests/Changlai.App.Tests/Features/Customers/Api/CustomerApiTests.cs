using System.Net;
using System.Text.Json.Nodes;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Api;

/// <summary>Customers as another program reads and changes them.</summary>
public sealed class CustomerApiTests
{
    private const string Customers = "/api/customers";
    private static readonly string[] Both = ["customers:read", "customers:write"];

    [Theory, OnBothDatabases]
    public async Task What_is_entered_is_read_again_found_and_listed(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var made = await program.CallAsync(HttpMethod.Post, Customers, new
        {
            name = "王小明",
            phones = new[] { new { number = "138 0013 8000", kind = "mobile" } },
            emails = new[] { "wang@example.com" },
            addresses = new[] { new { province = "浙江", city = "杭州" } },
            tags = new[] { "喝茶" },
            ownerId = 3,
        });
        made.Status.ShouldBe(HttpStatusCode.Created);
        var id = made.Json.GetProperty("id").GetInt64();
        made.Headers.Location!.ToString().ShouldBe($"{Customers}/{id}");

        var read = await program.GetAsync($"{Customers}/{id}");
        read.Text("name").ShouldBe("王小明");
        read.Json.GetProperty("phones")[0].GetProperty("number").GetString().ShouldBe("+8613800138000");
        read.Json.GetProperty("storeId").GetInt64().ShouldBe(1, "the store of whoever entered them");
        read.ETag.ShouldBe(made.ETag);
        foreach (var query in (string[])["q=8000", "q=xiaoming", "", "owner=me&store=1"])
        {
            var list = await program.GetAsync($"{Customers}?{query}");
            list.Json.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetInt64()).ShouldBe(query.StartsWith("owner", StringComparison.Ordinal) ? [] : [id], query);
        }
        site.Scalar<string>("SELECT actor_kind FROM audit_entry WHERE action = 'customer.create' AND customer_id = 1").ShouldBe("key");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_enters_a_customer_once(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var first = await program.CallAsync(HttpMethod.Post, Customers, new { name = "王小明" }, ("Idempotency-Key", "k1"));
        var again = await program.CallAsync(HttpMethod.Post, Customers, new { name = "王小明" }, ("Idempotency-Key", "k1"));
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Json.GetProperty("id").GetInt64().ShouldBe(first.Json.GetProperty("id").GetInt64());
        (await site.CountAsync("customer")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_change_one_card_the_second_hears_of_the_first_and_nothing_is_lost(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "王小明"), ("occupation", "教师"));
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'head-office' WHERE id = 2");
        using var one = await ApiProgram.OpenAsync(site, 1, Both);
        using var other = await ApiProgram.OpenAsync(site, 2, Both);
        var read = await one.GetAsync($"{Customers}/{id}");
        var theirs = await other.GetAsync($"{Customers}/{id}");

        (await one.CallAsync(HttpMethod.Put, $"{Customers}/{id}", With(read, "occupation", "茶艺师"))).Status.ShouldBe(HttpStatusCode.PreconditionRequired, "without If-Match");
        var changed = await one.CallAsync(HttpMethod.Put, $"{Customers}/{id}", With(read, "occupation", "茶艺师"), ("If-Match", read.ETag!));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Text("occupation").ShouldBe("茶艺师");
        changed.ETag.ShouldNotBe(read.ETag);

        var late = await other.CallAsync(HttpMethod.Put, $"{Customers}/{id}", With(theirs, "name", "王大明"), ("If-Match", theirs.ETag!));
        late.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        late.ETag.ShouldBe(changed.ETag);
        late.Text("detail").ShouldContain("Read it again");
        var now = await other.GetAsync($"{Customers}/{id}");
        now.Text("name").ShouldBe("王小明");
        (await other.CallAsync(HttpMethod.Put, $"{Customers}/{id}", With(now, "name", "王大明"), ("If-Match", "\"9999\", " + now.ETag))).Status.ShouldBe(HttpStatusCode.OK);
        (await other.CallAsync(HttpMethod.Put, $"{Customers}/{id}", With(now, "name", "王大明"), ("If-Match", "W/" + now.ETag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed, "a weak version says nothing");

        var last = await other.GetAsync($"{Customers}/{id}");
        (last.Text("name"), last.Text("occupation")).ShouldBe(("王大明", "茶艺师"));
    }

    [Theory, OnBothDatabases]
    public async Task A_page_opened_before_a_program_changed_the_card_shows_both_versions(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "王小明"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var page = await site.PageAsync($"/customers/{id}/edit");
        var read = await program.GetAsync($"{Customers}/{id}");
        (await program.CallAsync(HttpMethod.Put, $"{Customers}/{id}", With(read, "name", "王大明"), ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.OK);

        var (status, conflict) = await site.SubmitAsync(page, "/details", ("name", "王中明"));
        status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Body!.TextContent.ShouldContain("王大明");
        CardSite.Value(conflict, "name").ShouldBe("王中明");
        (await site.SubmitAsync(conflict, "/details")).Status.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync($"{Customers}/{id}")).Text("name").ShouldBe("王中明");
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_the_newest_version_is_not_sent_it_again(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "王小明"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var read = await program.GetAsync($"{Customers}/{id}");
        (await program.GetAsync($"{Customers}/{id}", ("If-None-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await program.GetAsync($"{Customers}/{id}", ("If-None-Match", "\"0\""))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_named_as_the_caller_calls_it(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        foreach (var (body, field) in new (string, string)[]
        {
            ("{}", "name"), ("""{"name":"a","storeId":2}""", "storeId"), ("""{"name":"a","ownerId":99}""", "ownerId"), ("""{"name":"a","phones":[{"number":"13800138000"},{"number":"12"}]}""", "phones[1].number"),
            ("""{"name":"a","emails":["x"]}""", "emails[0]"), ("""{"name":"a","addresses":[{"street":"a\u0007"}]}""", "addresses[0].street"), ("""{"name":"a\u0000b"}""", "name"),
            ("""{"name":"a","fields":{"99":["x"]}}""", "fields.99"), ("""{"name":"a","id":5}""", "id"), ("""{"name":"a","number":"N9"}""", "number"), ("""{"name":"a","gender":"x"}""", "gender"),
            ("""{"name":"a","phones":[{"number":"13800138000","kind":"fax"}]}""", "phones[0].kind"),
        })
        {
            var refused = await program.CallAsync(HttpMethod.Post, Customers, Json(body));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, body);
            refused.Fields.ShouldContain(field, body);
        }
        var misspelt = await program.CallAsync(HttpMethod.Post, Customers, Json("""{"name":"a","ocupation":"x"}"""));
        misspelt.Status.ShouldBe(HttpStatusCode.BadRequest);
        misspelt.Text("detail").ShouldContain("ocupation");
        foreach (var (query, field) in new[] { ("show=x", "show"), ("sort=new", "sort"), ("owner=3", "owner"), ("after=x", "after") })
            (await program.GetAsync($"{Customers}?{query}")).Fields.ShouldBe([field]);
        (await site.CountAsync("customer")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_list_is_read_page_by_page_without_a_gap(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        for (var number = 1; number <= 5; number++) await site.RegisterAsync(("name", $"客{number}"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var seen = new List<long>();
        for (string? after = ""; after is not null;)
        {
            var page = (await program.GetAsync($"{Customers}?limit=2{(after.Length > 0 ? $"&after={after}" : "")}")).Json;
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetInt64()));
            after = page.GetProperty("next").GetString();
        }
        seen.ShouldBe([5, 4, 3, 2, 1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_note_is_written_once_and_stands_in_the_timeline(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        var id = await site.RegisterAsync(("name", "王小明"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        for (var times = 0; times < 2; times++)
            (await program.CallAsync(HttpMethod.Post, $"{Customers}/{id}/notes", new { words = " 喜欢靠窗 " }, ("Idempotency-Key", "n1"))).Status.ShouldBe(HttpStatusCode.Created);
        (await program.CallAsync(HttpMethod.Post, $"{Customers}/{id}/notes", new { words = " " })).Fields.ShouldBe(["words"]);

        var notes = await program.GetAsync($"{Customers}/{id}/timeline?kind=notes");
        notes.Json.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("detail").GetString()).ShouldBe(["喜欢靠窗"]);
        (await program.GetAsync($"{Customers}/{id}/timeline?kind=x")).Fields.ShouldBe(["kind"]);
    }

    [Theory, OnBothDatabases]
    public async Task Another_stores_customer_is_not_there(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "head-office");
        var id = await site.RegisterAsync(("name", "王小明"), ("store", "2"));
        using (var session = site.Database.OpenSession()) session.Execute("UPDATE staff SET role = 'staff' WHERE id = 1");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Get, "", null), (HttpMethod.Put, "", """{"name":"x"}"""), (HttpMethod.Post, "/notes", """{"words":"x"}"""), (HttpMethod.Get, "/timeline", null),
        })
            (await program.CallAsync(method, $"{Customers}/{id}{path}", body is null ? null : Json(body), ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound, path);
        (await program.GetAsync(Customers)).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static StringContent With(ApiAnswer read, string name, string value)
    {
        var body = JsonNode.Parse(read.Json.GetRawText())!;
        body[name] = value;
        return Json(body.ToJsonString());
    }
}
