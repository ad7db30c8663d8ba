using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;
using Changlai.App.Features.FollowUps.Planning;
using Changlai.App.Features.FollowUps.Today;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.FollowUps.Plans;

/// <summary>The plans, one plan, and the load of the coming days.</summary>
internal static class PlansEndpoints
{
    private const int MostOnADay = 100;

    public static void MapPlans(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/plans", ShowPlans).For(Access.ReadCustomers);
        routes.MapGet("/plans/days/{day}", ShowDay).For(Access.ReadCustomers);
        routes.MapGet("/plans/{code}", ShowPlan).For(Access.ReadCustomers);
        routes.MapPost("/plans/{code}/enabled", Switch).For(Access.ManageStore).Audits(FollowUpAudit.PlanSwitched, "plan", "code");
        routes.MapPost("/plans/{code}/audience", ChooseAudience).For(Access.ManageStore).Audits(FollowUpAudit.AudienceChosen, "plan", "code");
    }

    private static IResult ShowPlans(HttpContext http, Database database, StoreDirectory stores, PlanFigures figures, UiContext ui, long? store)
    {
        var viewer = Viewer.Of(http.User);
        var chosen = viewer.Chosen(store);
        var within = viewer.ScopeIn(chosen);
        var today = stores.TodayOf(chosen ?? viewer.StoreId);
        using var session = database.OpenSession();
        var load = LoadOutlook.Read(session, within, today, day => $"/plans/days/{day:yyyy-MM-dd}{(chosen is null ? "" : $"?store={chosen}")}");
        IReadOnlyList<Option> places = viewer.Reach == Reach.Own || stores.Of(viewer).Count < 2 ? []
            : [new Option("", ui[PlanTexts.EveryStore]), .. stores.Of(viewer).Select(one => new Option(one.Id.ToString(), one.Name))];
        return UiSetup.Page<PlansPage>(new { View = new PlansView(Running(session, figures, within, today), load, MaySwitch(viewer), chosen, places) });
    }

    private static IResult ShowPlan(HttpContext http, Database database, StoreDirectory stores, PlanFigures figures, SegmentMembership segments, string code)
    {
        var viewer = Viewer.Of(http.User);
        var today = stores.TodayOf(viewer.StoreId);
        using var session = database.OpenSession();
        return Running(session, figures, viewer.Scope, today).FirstOrDefault(running => running.Plan.Code == code) is { } plan
            ? UiSetup.Page<PlanPage>(new { Running = plan, Today = today, MaySwitch = MaySwitch(viewer), Audiences = segments.Audiences(session) })
            : Results.NotFound();
    }

    private static IResult ShowDay(HttpContext http, Database database, string day, long? store)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on)) return Results.NotFound();
        var viewer = Viewer.Of(http.User);
        var within = viewer.ScopeIn(store);
        using var session = database.OpenSession();
        var (total, followUps) = Day(session, within, on, null, MostOnADay);
        return UiSetup.Page<PlanDayPage>(new { View = new DayView(on, followUps, total, viewer.Chosen(store)) });
    }

    /// <summary>What is planned for a day, the strongest first.</summary>
    public static (long Total, List<FollowUpView> FollowUps) Day(DatabaseSession session, CustomerScope within, DateOnly on, WorklistMark? after, int count)
    {
        var where = $"f.state = 'planned' AND {(within.IsAll ? "f.store_id IN (SELECT id FROM store)" : FollowUpScope.Where(within))} AND f.due_on = @day";
        var total = session.Scalar<long>($"SELECT count(*) FROM follow_up f WHERE {where}", [("day", on), .. within.Values]);
        var followUps = new List<FollowUpView>();
        using var rows = session.Read(
            $"""
            SELECT {FollowUpQuery.Columns} FROM follow_up f {FollowUpQuery.Joins} WHERE {where}{(after is null ? "" : " AND (f.strength < @strength OR f.strength = @strength AND (f.customer_id > @customer OR f.customer_id = @customer AND f.id > @id))")}
            ORDER BY f.strength DESC, f.customer_id, f.id LIMIT {count}
            """,
            [("day", on), .. within.Values, .. after is null ? Array.Empty<(string, object?)>() : [("strength", after.Strength), ("customer", after.CustomerId), ("id", after.Id)]]);
        while (rows.Next()) followUps.Add(FollowUpQuery.View(rows));
        return (total, followUps);
    }

    private static IResult Switch(HttpContext http, PlanWork work, UiContext ui, string code, [FromForm] string? enabled)
    {
        if (ReadyMadePlans.Find(code) is not { } plan || enabled is not ("true" or "false")) return Results.NotFound();
        var on = enabled == "true";
        using var session = work.Database.OpenSession();
        PlanWork.Open(session);
        work.Switch(session, Viewer.Of(http.User), plan, on);
        Notice.Leave(http, (on ? PlanTexts.SwitchedOn : PlanTexts.SwitchedOff).In(ui.Language, ui[plan.Name]));
        return Results.LocalRedirect("/plans");
    }

    private static IResult ChooseAudience(HttpContext http, PlanWork work, UiContext ui, string code, [FromForm] string? segment)
    {
        if (ReadyMadePlans.Find(code) is not { } plan) return Results.NotFound();
        using var session = work.Database.OpenSession();
        PlanWork.Open(session);
        var (isThere, chosen) = work.ChooseAudience(session, Viewer.Of(http.User), plan, string.IsNullOrEmpty(segment) ? null : long.TryParse(segment, out var id) ? id : 0);
        if (!isThere) Notice.Leave(http, ui[PlanTexts.NoSuchAudience], Tone.Risk);
        else Notice.Leave(http, chosen is null ? PlanTexts.ForEverybodyNow.In(ui.Language, ui[plan.Name]) : PlanTexts.ForAudienceNow.In(ui.Language, ui[plan.Name], chosen.Name));
        return Results.LocalRedirect($"/plans/{code}");
    }

    private static bool MaySwitch(Viewer viewer) => viewer.May(Access.ManageStore);

    internal static List<RunningPlan> Running(DatabaseSession session, PlanFigures figures, CustomerScope scope, DateOnly today)
    {
        var counts = figures.Read(session, scope, today);
        return PlanSettings.Read(session).Steps.DistinctBy(step => step.Plan.Code)
            .Select(step => new RunningPlan(step.Plan, step.Enabled, step.HoldoutPercent, counts[step.Plan.Code], step.Audience)).ToList();
    }
}
