using System.Net;
using AngleSharp.Html.Dom;
using Changlai.App.Tests.Features.Customers.Segments;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.FollowUps.Plans;

/// <summary>Choosing whom a plan is for, on its page.</summary>
public sealed class PlanAudiencePageTests
{
    [Theory, OnBothDatabases]
    public async Task A_segment_is_chosen_kept_from_deletion_and_dropped_again(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var path = await desk.AddAsync("金卡", "customer.tier", "any-of", ["gold"]);
        var id = path.Split('/')[^1];

        Chosen((await ChooseAsync(desk, id)).Page).ShouldBe(id);
        using (var session = desk.Site.Database.OpenSession()) session.Scalar<long>("SELECT segment_id FROM plan_setting WHERE plan = 'win-back'").ShouldBe(long.Parse(id));

        var used = await desk.PageAsync(path);
        var token = SegmentSite.Fields(used).Where(field => field.Key == "token").ToList();
        var (_, refused, _) = await desk.Site.SubmitAsync($"{path}/deletion", token);
        refused.QuerySelector(".notice")!.TextContent.ShouldContain("was not deleted, because it is used by: Win back the silent");
        var (status, hidden, _) = await desk.Site.SubmitAsync(path, SegmentSite.Fields(used).Where(field => field.Key != "shared"));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        SegmentSite.Problems(hidden).ShouldBe(["It is used by Win back the silent and has to stay shared."]);
        var (planned, answer, _) = await desk.SaveAsync(used, ("field.0-0", "follow-ups.any"), ("is.0-0", "yes"));
        planned.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.QuerySelector(".notice")!.TextContent.ShouldContain("cannot ask for planned follow-ups");

        Chosen((await ChooseAsync(desk, "")).Page).ShouldBe("");
        await desk.Site.SubmitAsync($"{path}/deletion", token);
        (await desk.Site.CountAsync("segment")).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_segment_for_a_plan_changes_nothing(DatabaseKind kind)
    {
        await using var desk = await SegmentSite.OpenAsync(kind);
        var own = await desk.AddAsync("自己的", "customer.tier", "any-of", ["gold"], shared: false);
        var planned = await desk.AddAsync("有回访的", "follow-ups.any", "yes", []);
        foreach (var invented in (string[])["99", "2.5e300", "' OR 1=1", own.Split('/')[^1], planned.Split('/')[^1]])
        {
            var (_, page, _) = await ChooseAsync(desk, invented);
            page.QuerySelector(".notice")!.TextContent.ShouldContain("Nothing was changed", Case.Sensitive, invented);
        }
        (await desk.Site.CountAsync("plan_setting")).ShouldBe(0);
    }

    [Fact]
    public async Task Staff_see_whom_a_plan_is_for_and_cannot_change_it()
    {
        await using var desk = await SegmentSite.OpenAsync(DatabaseKind.Sqlite, "staff");
        var page = await desk.PageAsync("/plans/win-back");
        page.QuerySelector("form[action$='/audience']").ShouldBeNull();
        page.QuerySelector("#audience")!.TextContent.ShouldContain("Every customer");
        var token = SegmentSite.Fields(await desk.PageAsync("/segments/new")).Where(field => field.Key == "token");
        (await desk.Site.SubmitAsync("/plans/win-back/audience", token)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page, string Path)> ChooseAsync(SegmentSite desk, string segment)
    {
        var page = await desk.PageAsync("/plans/win-back");
        var token = page.QuerySelector("form[action$='/audience'] [name=token]")!.GetAttribute("value")!;
        return await desk.Site.SubmitAsync("/plans/win-back/audience", [new("token", token), new("segment", segment)]);
    }

    private static string? Chosen(IHtmlDocument page) => (page.QuerySelector("#audience select") as IHtmlSelectElement)?.Value;
}
