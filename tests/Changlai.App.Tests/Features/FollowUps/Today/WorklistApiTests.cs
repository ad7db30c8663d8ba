using System.Net;
using System.Text.Json;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Today;

/// <summary>The worklist and outcomes as another program uses them, signed in as somebody of the first store.</summary>
public sealed class WorklistApiTests
{
    [Theory, OnBothDatabases]
    public async Task The_worklist_lists_what_is_due_and_takes_an_outcome_once(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var list = await ReadAsync(site, "/api/today");
        list.GetProperty("left").GetInt64().ShouldBe(2);
        var first = list.GetProperty("items")[0];
        first.GetProperty("plan").GetString().ShouldBe("thanks");
        var path = $"/api/customers/{first.GetProperty("customerId")}/follow-ups/{first.GetProperty("followUpId")}/outcome";

        var (status, json) = await site.CallAsync(HttpMethod.Post, path, new { outcome = "reached", idempotencyKey = "k-1", note = "<script>" });
        status.ShouldBe(HttpStatusCode.OK);
        json.GetProperty("state").GetString().ShouldBe("done");
        var one = await ReadAsync(site, path[..^"/outcome".Length]);
        (one.GetProperty("state").GetString(), one.GetProperty("outcome").GetString(), one.GetProperty("valueAtStakeMinor").GetInt64()).ShouldBe(("done", "reached", first.GetProperty("valueAtStakeMinor").GetInt64()));

        (await site.CallAsync(HttpMethod.Post, path, new { outcome = "reached", idempotencyKey = "k-1" })).Answer
            .GetProperty("again").GetBoolean().ShouldBeTrue();
        (await ReadAsync(site, "/api/today")).GetProperty("left").GetInt64().ShouldBe(1);
        (await site.CountAsync("interaction")).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task An_outcome_that_cannot_be_is_refused_with_the_field_named(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var first = (await ReadAsync(site, "/api/today")).GetProperty("items")[0];
        var path = $"/api/customers/{first.GetProperty("customerId")}/follow-ups/{first.GetProperty("followUpId")}/outcome";

        foreach (var (body, field) in new (object, string)[]
        {
            (new { outcome = "danced", idempotencyKey = "k" }, "outcome"),
            (new { idempotencyKey = "k" }, "outcome"),
            (new { outcome = "call-back", idempotencyKey = "k" }, "callBackAt"),
        })
        {
            var (status, json) = await site.CallAsync(HttpMethod.Post, path, body);
            status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            json.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldContain(field);
        }
        (await site.CallAsync(HttpMethod.Post, path, "not an object")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await site.CountAsync("interaction")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Another_stores_follow_up_is_answered_like_one_that_does_not_exist(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        long customer, id;
        using (var session = site.Database.OpenSession())
        {
            using var rows = session.Read("SELECT customer_id, id FROM follow_up WHERE store_id = 2 ORDER BY id");
            rows.Next().ShouldBeTrue();
            (customer, id) = (rows.Long(0), rows.Long(1));
        }
        var body = new { outcome = "reached", idempotencyKey = "k" };

        var theirs = await site.CallAsync(HttpMethod.Post, $"/api/customers/{customer}/follow-ups/{id}/outcome", body);
        var nobodys = await site.CallAsync(HttpMethod.Post, "/api/customers/999/follow-ups/999/outcome", body);

        theirs.Status.ShouldBe(HttpStatusCode.NotFound);
        nobodys.Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.CountAsync("interaction")).ShouldBe(0);
    }

    [Fact]
    public async Task A_program_that_is_not_signed_in_is_told_so_rather_than_sent_to_a_page()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        await site.SignInAsync("nobody");

        var (status, problem) = await site.CallAsync(HttpMethod.Get, "/api/today");
        status.ShouldBe(HttpStatusCode.Unauthorized);
        problem.GetProperty("status").GetInt32().ShouldBe(401);
        (await site.CallAsync(HttpMethod.Post, "/api/customers/1/follow-ups/1/outcome", new { outcome = "reached" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>Two customers of the first store and one of the second bought yesterday and are to be thanked today.</summary>
    private static Task<ImportSite> OpenAsync(DatabaseKind kind) => ImportSite.OpenAsync(kind, "staff", session =>
    {
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (2, '二店', 'Asia/Shanghai', 'CNY', 0)");
        session.ReserveIds("store", 1);
        var today = BusinessDay.Today(session, TimeProvider.System);
        var yesterday = today.AddDays(-1).ToString("yyyy-MM-dd");
        new OrderRecorder(session, [new FollowUpsOnOrders(TimeProvider.System)], TimeProvider.System).Record(
            TestOrders.Batch([new TestLine("A1", "1", yesterday), new TestLine("A2", "2", yesterday, Price: 50)]), TestOrders.Till with { Store = ImportSite.Store });
        new OrderRecorder(session, [new FollowUpsOnOrders(TimeProvider.System)], TimeProvider.System).Record(
            TestOrders.Batch([new TestLine("A3", "3", yesterday)]), TestOrders.Till with { Store = "二店" });
        new Planner(session, TimeProvider.System).Run(today);
    });

    private static async Task<JsonElement> ReadAsync(ImportSite site, string path)
    {
        var (status, json) = await site.CallAsync(HttpMethod.Get, path);
        status.ShouldBe(HttpStatusCode.OK);
        return json;
    }
}
