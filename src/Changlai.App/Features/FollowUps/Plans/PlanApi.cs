using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Today;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>Plans, the load of the coming days and the work of the team, for other programs.</summary>
internal static class PlanApi
{
    private static readonly Text SayIt = new("请写 true 或 false。", "Say true or false.");
    private static readonly Text NoAudience = new("没有这个共享的细分，或者它的条件取决于回访安排。", "There is no such shared segment, or it asks for planned follow-ups.");

    private static readonly Text NotADay = new("日期请写成 2026-11-23 这样。", "Write the day like 2026-11-23.");
    private static readonly Text NoPlace = new("请用上一次回答里的 next。", "Give the value of next of the answer before.");
    private const int MostOnADay = 200;
    private const int UsualOnADay = 50;

    public static void MapPlanApi(this IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/api/plans");
        plans.MapGet("", List).For(Access.ReadCustomers).NeedsScope(ApiScope.PlansRead)
            .Says("计划清单与数字", "List plans with their figures", typeof(PlanListing));
        plans.MapGet("/load", Load).For(Access.ReadCustomers).NeedsScope(ApiScope.PlansRead)
            .Says("往后 35 天的工作量", "The load of the coming 35 days", typeof(LoadListing));
        plans.MapGet("/days/{day}", Day).For(Access.ReadCustomers).NeedsScope(ApiScope.PlansRead)
            .Says("某一天安排的回访", "What is planned for a day, the strongest first", typeof(PlanDayListing));
        plans.MapGet("/audiences", Audiences).For(Access.ReadCustomers).NeedsScope(ApiScope.PlansRead)
            .Says("可以给计划用的细分", "Segments that a plan can be for", typeof(AudienceListing));
        plans.MapGet("/{code}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.PlansRead)
            .Says("一个计划", "One plan", typeof(PlanEntry), hasVersion: true);
        plans.MapPut("/{code}/enabled", SwitchAsync).For(Access.ManageStore).NeedsScope(ApiScope.PlansWrite).Audits(FollowUpAudit.PlanSwitched, "plan", "code")
            .Says("启用或停用计划", "Switch a plan on or off", typeof(PlanEntry), typeof(PlanSwitchBody), hasVersion: true);
        plans.MapPut("/{code}/audience", ChooseAsync).For(Access.ManageStore).NeedsScope(ApiScope.PlansWrite).Audits(FollowUpAudit.AudienceChosen, "plan", "code")
            .Says("选定计划给哪些客户", "Say whom a plan is for", typeof(PlanEntry), typeof(PlanAudienceBody), hasVersion: true);
        routes.MapGet("/api/team", ShowTeam).For(Access.Oversee).NeedsScope(ApiScope.FollowUpsRead)
            .Says("团队今天的进度", "How the team's work stands today", typeof(TeamListing));
    }

    private static IResult List(HttpContext http, PlanWork work, PlanFigures figures, StoreDirectory stores, UiContext ui, long? store)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var running = PlansEndpoints.Running(session, figures, viewer.ScopeIn(store), stores.TodayOf(viewer.Chosen(store) ?? viewer.StoreId));
        return Results.Ok(new PlanListing([.. running.Select(plan => PlanEntry.Of(plan, ui) with { Figures = PlanEntry.FiguresOf(plan) })], null));
    }

    private static IResult Load(HttpContext http, PlanWork work, StoreDirectory stores, long? store)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var days = LoadOutlook.Read(session, viewer.ScopeIn(store), stores.TodayOf(viewer.Chosen(store) ?? viewer.StoreId), _ => "");
        return Results.Ok(new LoadListing([.. days.Select(day => new LoadListing.Entry(day.Day, day.Count, day.Capacity, day.IsClosed))], null));
    }

    private static IResult Day(HttpContext http, PlanWork work, Masks masks, UiContext ui, string day, long? store, string? after, int? limit)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on)) return Wrong(ui, "day", NotADay);
        if (after is not null && WorklistMark.Parse(after) is null) return Wrong(ui, "after", NoPlace);
        var viewer = Viewer.Of(http.User);
        var count = Math.Clamp(limit ?? UsualOnADay, 1, MostOnADay);
        using var session = work.Database.OpenSession();
        var masking = masks.Of(session, viewer);
        var (total, found) = PlansEndpoints.Day(session, viewer.ScopeIn(store), on, WorklistMark.Parse(after), count + 1);
        return Results.Ok(new PlanDayListing(on, total, [.. found.Take(count).Select(view => WorklistEntry.Of(view.SeenThrough(masking)))], found.Count > count ? WorklistMark.Of(found[count - 1]).ToString() : null));
    }

    private static IResult Audiences(PlanWork work, SegmentMembership segments)
    {
        using var session = work.Database.OpenSession();
        return Results.Ok(new AudienceListing([.. segments.Audiences(session).Select(segment => new PlanAudience(segment.Id, segment.Name))], null));
    }

    private static IResult Show(HttpContext http, PlanWork work, PlanFigures figures, StoreDirectory stores, UiContext ui, string code)
    {
        using var session = work.Database.OpenSession();
        return Find(http, session, figures, stores, code) is { } plan ? ETags.Answer(http, VersionOf(plan), PlanEntry.Of(plan, ui)) : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> SwitchAsync(HttpContext http, PlanWork work, PlanFigures figures, StoreDirectory stores, UiContext ui, string code)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<PlanSwitchBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        PlanWork.Open(session);
        if (Find(http, session, figures, stores, code) is not { } before) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, VersionOf(before)) is { } stale) return stale;
        if (body.Enabled is not { } on) return Wrong(ui, "enabled", SayIt);
        work.Switch(session, Viewer.Of(http.User), before.Plan, on);
        return Now(http, session, figures, stores, ui, code);
    }

    private static async Task<IResult> ChooseAsync(HttpContext http, PlanWork work, PlanFigures figures, StoreDirectory stores, UiContext ui, string code)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<PlanAudienceBody>(http);
        if (body is null) return refusal!;
        using var session = work.Database.OpenSession();
        PlanWork.Open(session);
        if (Find(http, session, figures, stores, code) is not { } before) return JsonRequests.NotFound(ui);
        if (ETags.Refusal(http, ui, VersionOf(before)) is { } stale) return stale;
        return work.ChooseAudience(session, Viewer.Of(http.User), before.Plan, body.SegmentId).IsThere ? Now(http, session, figures, stores, ui, code) : Wrong(ui, "segmentId", NoAudience);
    }

    private static IResult ShowTeam(HttpContext http, PlanWork work, StoreDirectory stores, long? after)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var team = Team.Read(session, viewer, stores.TodayOf(viewer.StoreId), after);
        return Results.Ok(new TeamListing(team.Today, team.Members, team.Next));
    }

    private static IResult Now(HttpContext http, DatabaseSession session, PlanFigures figures, StoreDirectory stores, UiContext ui, string code) =>
        Find(http, session, figures, stores, code) is { } now ? ETags.Answer(http, VersionOf(now), PlanEntry.Of(now, ui)) : JsonRequests.NotFound(ui);

    private static RunningPlan? Find(HttpContext http, DatabaseSession session, PlanFigures figures, StoreDirectory stores, string code)
    {
        var viewer = Viewer.Of(http.User);
        return ReadyMadePlans.Find(code) is null ? null
            : PlansEndpoints.Running(session, figures, viewer.Scope, stores.TodayOf(viewer.StoreId)).FirstOrDefault(running => running.Plan.Code == code);
    }

    private static string VersionOf(RunningPlan plan) => ETags.Fingerprint(plan.Plan.Code, plan.Enabled, plan.HoldoutPercent, plan.Audience?.Id);

    private static IResult Wrong(UiContext ui, string field, Text problem) => JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem });
}

internal sealed record PlanSwitchBody(bool? Enabled);

/// <param name="SegmentId">Null for every customer.</param>
internal sealed record PlanAudienceBody(long? SegmentId);

internal sealed record PlanAudience(long Id, string Name);

/// <param name="Audience">The segment it is for; null for every customer.</param>
internal sealed record PlanEntry(
    string Code, string Name, string Purpose, bool Enabled, int HoldoutPercent, PlanAudience? Audience, bool Sells, bool EndsWithNewOrder, int Priority, IReadOnlyList<PlanEntry.Step> Steps)
{
    /// <summary>In the list; one plan alone is told without, since they change without anybody changing the plan.</summary>
    public Numbers? Figures { get; init; }

    /// <param name="Planned">In the coming 35 days, as are those held out and those not placed.</param>
    /// <param name="Done">In the last 35 days.</param>
    internal sealed record Numbers(long Planned, long Done, long HeldOut, long NotPlaced);

    public static Numbers FiguresOf(RunningPlan running) => new(running.Counts.Planned, running.Counts.Done, running.Counts.HeldOut, running.Counts.NotPlaced);

    internal sealed record Step(string Code, string Name, string When, int OffsetDays, int DaysBefore, int DaysAfter, string Purpose, string Script, string Avoid);

    public static PlanEntry Of(RunningPlan running, UiContext ui) => new(
        running.Plan.Code, ui[running.Plan.Name], ui[running.Plan.Purpose], running.Enabled, running.HoldoutPercent, running.Audience is { } audience ? new PlanAudience(audience.Id, audience.Name) : null,
        running.Plan.Sells, running.Plan.EndsWithNewOrder, running.Plan.Priority,
        [.. running.Plan.Steps.Select(step => new Step(step.Code, ui[step.Name], ui[StepDay.Of(running.Plan, step)], step.OffsetDays, step.DaysBefore, step.DaysAfter, ui[step.Purpose], ui[step.Script], ui[step.Avoid]))]);
}

internal sealed record PlanListing(IReadOnlyList<PlanEntry> Items, string? Next);

/// <param name="Total">How many there are on that day.</param>
/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record PlanDayListing(DateOnly Day, long Total, IReadOnlyList<WorklistEntry> Items, string? Next);

internal sealed record AudienceListing(IReadOnlyList<PlanAudience> Items, string? Next);

internal sealed record LoadListing(IReadOnlyList<LoadListing.Entry> Items, string? Next)
{
    /// <param name="Capacity">What the people who work that day can do; null where there is nobody.</param>
    internal sealed record Entry(DateOnly Day, int Planned, int? Capacity, bool IsClosed);
}

/// <param name="Next">What to send as <c>after</c> for the following people; null at the end.</param>
internal sealed record TeamListing(DateOnly Today, IReadOnlyList<TeamMember> Items, long? Next);
