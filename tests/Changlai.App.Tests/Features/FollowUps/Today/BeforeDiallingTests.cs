using System.Net;
using Changlai.App.Features.Complaints.Contracts;
using Changlai.App.Tests.Features.Orders.Entry;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Today;

/// <summary>What stands on the screen before anybody dials: purchases, contacts, open complaints, devices and their warranty.</summary>
public sealed class BeforeDiallingTests
{
    private static readonly DateTimeOffset At = FakeTime.On("2024-04-02").GetUtcNow();

    [Theory]
    [OnBothDatabases("/customers/1")]
    [OnBothDatabases("/customers/1/follow-ups/1")]
    public async Task All_of_it_is_in_sight(DatabaseKind kind, string path)
    {
        await using var site = await OrderEntryPageTests.OpenAsync(kind);
        await GiveHistoryAsync(site);

        var (status, page) = await site.GetAsync(path);

        status.ShouldBe(HttpStatusCode.OK);
        var seen = page.QuerySelector("main")!.TextContent;
        seen.ShouldContain("龙井");
        seen.ShouldContain("茶受潮了");
        seen.ShouldContain("下次送新茶");
        seen.ShouldContain("warranty ended on 1 Mar 2025");
        seen.ShouldContain("2 repairs");
        page.QuerySelectorAll("main .notice, main .tone-late").ShouldContain(warning => warning.TextContent.Contains("Leak"));
    }

    private static async Task GiveHistoryAsync(ImportSite site)
    {
        object[] sent =
        [
            new { orderedOn = "2024-03-01", lines = new[] { new { product = "T1", quantity = 3 } } },
            new { product = "T1", serialNumber = "SN1", startedOn = "2024-03-01" },
            new { doneOn = "2024-03-10", fault = "leak", work = "换了垫圈" },
            new { doneOn = "2024-03-20", fault = "leak", work = "又换了垫圈" },
        ];
        string[] paths = ["orders", "assets", "assets/1/repairs", "assets/1/repairs"];
        foreach (var (path, body) in paths.Zip(sent))
            (await site.CallAsync(HttpMethod.Post, $"/api/customers/1/{path}", body)).Status.ShouldBe(HttpStatusCode.Created, path);
        using var session = site.Database.OpenSession();
        session.Begin();
        OpenComplaint.Open(session, new NewComplaint(1, "phone", "茶受潮了", null, null, At));
        session.Execute("""
            INSERT INTO interaction (customer_id, id, at, day, channel, staff_id, outcome, mood, note) VALUES (1, 1, @at, @day, 'phone', 1, 'reached', 'neutral', '下次送新茶')
            """, ("at", At), ("day", new DateOnly(2024, 4, 2)));
        session.Execute("DELETE FROM follow_up");
        session.Execute("""
            INSERT INTO follow_up (customer_id, id, plan, step, occasion, state, channel, store_id, assignee_id, earliest_on, ideal_on, latest_on, due_on, priority, value_minor, currency,
                strength, reason, day_reason, value_basis, planned_on)
            VALUES (1, 1, 'thanks', 'next-day', 'order:1', 'planned', 'phone', 1, 1, @day, @day, @day, @day, 1, 0, 'CNY', 0, 'order|2024-03-01|order|1', 'ideal', '1|30|1|500|100', @day)
            """, ("day", new DateOnly(2024, 4, 3)));
        session.Commit();
    }
}
