using System.Net;
using Changlai.App.Tests.Features.Customers;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Features.Platform.Api;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Plans;

/// <summary>Plans and the team's work as another program reads and changes them.</summary>
public sealed class PlanApiTests
{
    private static readonly string[] All = ["plans:read", "plans:write", "follow-ups:read"];

    [Theory, OnBothDatabases]
    public async Task A_plan_is_switched_and_given_an_audience_from_its_version(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        await new SegmentSite(site).AddAsync("金卡", "customer.tier", "any-of", ["gold"]);
        using var program = await ApiProgram.OpenAsync(site, 1, All);
        (await program.GetAsync("/api/plans")).Json.GetProperty("items").EnumerateArray().Select(plan => plan.GetProperty("code").GetString()).ShouldContain("win-back");
        var read = await program.GetAsync("/api/plans/win-back");
        read.Json.GetProperty("steps")[0].GetProperty("script").GetString().ShouldNotBeNullOrEmpty();
        (await program.CallAsync(HttpMethod.Put, "/api/plans/win-back/enabled", new { enabled = false })).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await program.CallAsync(HttpMethod.Put, "/api/plans/win-back/enabled", new { }, ("If-Match", read.ETag!))).Fields.ShouldBe(["enabled"]);
        var off = await program.CallAsync(HttpMethod.Put, "/api/plans/win-back/enabled", new { enabled = false }, ("If-Match", read.ETag!));
        (off.Status, off.Json.GetProperty("enabled").GetBoolean()).ShouldBe((HttpStatusCode.OK, false));
        (await program.CallAsync(HttpMethod.Put, "/api/plans/win-back/audience", new { segmentId = 1 }, ("If-Match", read.ETag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var given = await program.CallAsync(HttpMethod.Put, "/api/plans/win-back/audience", new { segmentId = 1 }, ("If-Match", off.ETag!));
        given.Json.GetProperty("audience").GetProperty("name").GetString().ShouldBe("金卡");
        (await program.CallAsync(HttpMethod.Put, "/api/plans/win-back/audience", new { segmentId = 99 }, ("If-Match", given.ETag!))).Fields.ShouldBe(["segmentId"]);
        (await program.GetAsync("/api/plans/audiences")).Json.GetProperty("items")[0].GetProperty("id").GetInt64().ShouldBe(1);
        (await program.CallAsync(HttpMethod.Put, "/api/plans/no-such/enabled", new { enabled = true }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_day_is_told_page_by_page_the_strongest_first_of_the_readers_store_only(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager", session =>
        {
            // Nobody plans here: what is there was put there.
            session.Execute("INSERT INTO lease (name, holder, until) VALUES ('plan', 'nobody', @until)", ("until", new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));
            for (var id = 1; id <= 4; id++)
            {
                session.Execute("INSERT INTO customer (customer_id, name, store_id, created_at) VALUES (@id, 'x', @store, @at)", ("id", id), ("store", id == 4 ? 2 : 1), ("at", FakeTime.On("2026-11-01").GetUtcNow()));
                session.Execute("""
                    INSERT INTO follow_up (customer_id, id, plan, step, occasion, state, channel, store_id, assignee_id, earliest_on, ideal_on, latest_on, due_on, priority, value_minor, currency,
                        strength, reason, day_reason, value_basis, planned_on)
                    VALUES (@id, @id, 'thanks', 'next-day', 'order:1', 'planned', 'phone', @store, NULL, @day, @day, @day, @day, 1, 0, 'CNY', @strength, 'order|2024-03-01|order|1', 'ideal', '1|30|1|500|100', @day)
                    """, ("id", id), ("store", id == 4 ? 2 : 1), ("strength", id == 3 ? 9 : 5), ("day", new DateOnly(2098, 3, 2)));
            }
        });
        using var program = await ApiProgram.OpenAsync(site, 1, All);
        var first = (await program.GetAsync("/api/plans/days/2098-03-02?limit=2")).Json;
        first.GetProperty("total").GetInt64().ShouldBe(3);
        first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("customerId").GetInt64()).ShouldBe([3, 1]);
        var rest = (await program.GetAsync($"/api/plans/days/2098-03-02?limit=2&after={first.GetProperty("next").GetString()}")).Json;
        rest.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("customerId").GetInt64()).ShouldBe([2]);
        rest.GetProperty("next").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await program.GetAsync("/api/plans/days/2098-03-03")).Json.GetProperty("total").GetInt64().ShouldBe(0);
        (await program.GetAsync("/api/plans/days/tomorrow")).Fields.ShouldBe(["day"]);
        (await program.GetAsync("/api/plans/days/2098-03-02?after=x")).Fields.ShouldBe(["after"]);
        (await program.GetAsync("/api/customers/4/follow-ups/4")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetAsync("/api/customers/3/follow-ups/3")).Json.GetProperty("state").GetString().ShouldBe("planned");
    }

    [Theory, OnBothDatabases]
    public async Task The_load_and_the_team_are_told_to_those_who_oversee(DatabaseKind kind)
    {
        await using var site = await CardSite.OpenAsync(kind, "manager");
        using var program = await ApiProgram.OpenAsync(site, 1, All);
        using var staff = await ApiProgram.OpenAsync(site, 3, All);
        var load = (await program.GetAsync("/api/plans/load")).Json.GetProperty("items");
        load.GetArrayLength().ShouldBe(35);
        load[0].GetProperty("planned").GetInt32().ShouldBe(0);
        (await program.GetAsync("/api/team")).Json.GetProperty("items").EnumerateArray().Select(person => person.GetProperty("name").GetString()).ShouldContain("陈小红");
        (await staff.GetAsync("/api/team")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.CallAsync(HttpMethod.Put, "/api/plans/win-back/enabled", new { enabled = false }, ("If-Match", "*"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
