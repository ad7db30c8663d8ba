using System.Net;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Segments;

/// <summary>Segments as another program makes them.</summary>
public sealed class SegmentWriteApiTests
{
    private const string Segments = "/api/segments";
    private static readonly string[] Both = ["segments:read", "segments:write"];

    [Theory, OnBothDatabases]
    public async Task A_rule_is_tried_saved_changed_and_deleted(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        await site.RegisterAsync(("name", "王小明"), ("tier", "gold"));
        using var program = await ApiProgram.OpenAsync(site, 1, Both);

        var tried = await program.CallAsync(HttpMethod.Post, $"{Segments}/count", new { rule = Tier("gold") });
        tried.Json.GetProperty("customers").GetInt64().ShouldBe(1);
        tried.Text("sentence").ShouldContain("Gold");

        var made = await program.CallAsync(HttpMethod.Post, Segments, new { name = "金卡", isShared = true, rule = Tier("gold") }, ("Idempotency-Key", "k1"));
        made.Status.ShouldBe(HttpStatusCode.Created);
        var address = made.Headers.Location!.ToString();
        var again = await program.CallAsync(HttpMethod.Post, Segments, new { name = "金卡", isShared = true, rule = Tier("gold") }, ("Idempotency-Key", "k1"));
        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Json.GetProperty("id").GetInt64().ShouldBe(made.Json.GetProperty("id").GetInt64());

        var read = await program.GetAsync(address);
        read.ETag.ShouldBe(made.ETag);
        (await program.CallAsync(HttpMethod.Put, address, new { name = "银卡", rule = read.Json.GetProperty("rule") })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        var changed = await program.CallAsync(HttpMethod.Put, address, new { name = "银卡", rule = Tier("silver") }, ("If-Match", read.ETag!));
        (changed.Status, changed.Text("name"), changed.Json.GetProperty("isShared").GetBoolean()).ShouldBe((HttpStatusCode.OK, "银卡", true));
        (await program.CallAsync(HttpMethod.Put, address, new { name = "旧", rule = Tier("gold") }, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, address, null, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await program.CallAsync(HttpMethod.Delete, address)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await program.CallAsync(HttpMethod.Delete, address, null, ("If-Match", changed.ETag!))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await program.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        site.Scalar<long>("SELECT count(*) FROM audit_entry WHERE action IN ('segment.save', 'segment.change', 'segment.delete')").ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task What_can_be_asked_is_told_with_its_values(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind);
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var fields = (await program.GetAsync($"{Segments}/fields")).Json.GetProperty("items").EnumerateArray().ToDictionary(field => field.GetProperty("code").GetString()!);
        var tier = fields["customer.tier"];
        tier.GetProperty("kind").GetString().ShouldBe("choice");
        tier.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetString()).ShouldContain("gold");
        tier.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("is").GetString()).ShouldContain("any-of");
        (await program.GetAsync($"{Segments}/values?field=customer.tier&q=Gold")).Json.GetProperty("items").EnumerateArray().Select(value => value.GetProperty("value").GetString()).ShouldBe(["gold"]);
        (await program.GetAsync($"{Segments}/values?field=x")).Fields.ShouldBe(["field"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_with_a_rule_is_named_by_its_place(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, Both);
        var nested = new { match = "all", rules = new object[] { new { field = "customer.tier", @is = "any-of", values = new[] { "gold" } }, new { match = "any", rules = new[] { new { field = "no.such", @is = "is", values = new[] { "1" } } } } } };
        foreach (var (body, field) in new (object, string)[]
        {
            (new { name = "a", rule = nested }, "rule.rules[1].rules[0]"), (new { name = "a" }, "rule"), (new { name = "a", rule = 5 }, "rule"), (new { name = "", rule = Tier("gold") }, "name"),
            (new { name = "a", rule = Tier("platinum") }, "rule.rules[0]"), (new { name = new string('a', 61), rule = Tier("gold") }, "name"),
        })
        {
            var refused = await program.CallAsync(HttpMethod.Post, Segments, body);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Fields.ShouldBe([field]);
        }
        (await site.CountAsync("segment")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_shared_segment_is_made_by_those_who_lead_and_changed_by_its_maker(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager", session => session.Execute("""
            INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) VALUES (5, '审计', 's', 'auditor', NULL, 127, 30, 'zh', @yes)
            """, ("yes", true)));
        using var manager = await ApiProgram.OpenAsync(site, 1, Both);
        using var staff = await ApiProgram.OpenAsync(site, 3, Both);
        using var auditor = await ApiProgram.OpenAsync(site, 5, Both);
        (await staff.CallAsync(HttpMethod.Post, Segments, new { name = "a", isShared = true, rule = Tier("gold") })).Fields.ShouldBe(["isShared"]);
        (await auditor.CallAsync(HttpMethod.Post, Segments, new { name = "a", rule = Tier("gold") })).Status.ShouldBe(HttpStatusCode.Forbidden);

        var shared = await manager.CallAsync(HttpMethod.Post, Segments, new { name = "a", isShared = true, rule = Tier("gold") });
        var own = await manager.CallAsync(HttpMethod.Post, Segments, new { name = "b", rule = Tier("gold") });
        foreach (var (made, status) in new[] { (shared, HttpStatusCode.Forbidden), (own, HttpStatusCode.NotFound) })
        {
            (await staff.CallAsync(HttpMethod.Put, made.Headers.Location!.ToString(), new { name = "c", rule = Tier("gold") }, ("If-Match", made.ETag!))).Status.ShouldBe(status);
            (await staff.CallAsync(HttpMethod.Delete, made.Headers.Location!.ToString(), null, ("If-Match", made.ETag!))).Status.ShouldBe(status);
        }
    }

    private static object Tier(string tier) => new { match = "all", rules = new[] { new { field = "customer.tier", @is = "any-of", values = new[] { tier } } } };
}
