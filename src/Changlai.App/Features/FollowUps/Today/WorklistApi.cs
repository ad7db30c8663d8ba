using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>The same worklist and outcomes for other programs; bad input is answered with problem details (RFC 9457).</summary>
internal static class WorklistApi
{
    private const int MostEntries = 200;

    public static void MapWorklistApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/today", Today).For(Access.ReadCustomers).NeedsScope(ApiScope.FollowUpsRead)
            .Says("今天该联系谁", "Whom to contact today", typeof(WorklistAnswer));
        routes.MapGet("/api/customers/{customerId:long}/follow-ups/{id:long}", Show).For(Access.ReadCustomers).NeedsScope(ApiScope.FollowUpsRead)
            .Says("一个回访：为什么、何时、结果", "One follow-up: why, when, and what came of it", typeof(WorklistEntry));
        routes.MapPost("/api/customers/{customerId:long}/follow-ups/{id:long}/outcome", RecordAsync).For(Access.ChangeCustomers).NeedsScope(ApiScope.FollowUpsWrite).Audits(FollowUpAudit.Recorded, "follow-up", "id")
            .Says("记录回访结果", "Record what came of a follow-up", typeof(OutcomeAnswer), typeof(OutcomeBody));
    }

    private static IResult Today(HttpContext http, Database database, StoreDirectory stores, Masks masks, string? staff, long? store, string? after, int? limit)
    {
        var viewer = Viewer.Of(http.User);
        var scope = WorklistScope.Of(viewer, staff, store);
        using var session = database.OpenSession();
        var masking = masks.Of(session, viewer);
        var work = Worklist.Read(session, scope, stores.TodayOf(scope.StoreId ?? viewer.StoreId), WorklistMark.Parse(after), Math.Clamp(limit ?? Worklist.PageSize, 1, MostEntries));
        return Results.Ok(new WorklistAnswer(work.Left, work.Late, work.DoneToday, work.NextDueOn, work.Next?.ToString(), [.. work.Entries.Select(entry => WorklistEntry.Of(entry.SeenThrough(masking)))]));
    }

    private static IResult Show(HttpContext http, Database database, UiContext ui, Masks masks, long customerId, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return FollowUpAccess.StoreOf(session, viewer, customerId, id) is null
            ? Results.Problem(ui[OutcomeWords.NoFollowUp], statusCode: StatusCodes.Status404NotFound)
            : Results.Ok(WorklistEntry.Of(FollowUpQuery.Read(session, new FollowUpFilter { CustomerId = customerId, Id = id }).Single().SeenThrough(masks.Of(session, viewer))));
    }

    private static async Task<IResult> RecordAsync(HttpContext http, Database database, UiContext ui, TimeProvider time, SegmentMembership segments, long customerId, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<OutcomeBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (FollowUpAccess.StoreOf(session, viewer, customerId, id) is null)
            return Results.Problem(ui[OutcomeWords.NoFollowUp], statusCode: StatusCodes.Status404NotFound);
        var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault() ?? body.IdempotencyKey ?? "";
        var result = OutcomeEndpoints.Take(session, time,
            new OutcomeRequest(customerId, id, body.Outcome ?? "", viewer.StaffId, key, body.CallBackAt, body.Mood, body.Note, body.Channel), segments);
        return result.Now is { } now
            ? Results.Ok(new OutcomeAnswer(now.State, now.DueOn, now.CallBackAt, now.Attempts, ui[result.Said], result.Again))
            : Results.ValidationProblem(
                result.Problems.GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => ui[problem.Message]).ToArray(), StringComparer.Ordinal),
                statusCode: StatusCodes.Status422UnprocessableEntity);
    }
}

internal sealed record OutcomeBody(string? Outcome, string? IdempotencyKey, DateTimeOffset? CallBackAt, string? Mood, string? Note, string? Channel);

/// <param name="Again">The same key had been taken before; nothing was changed.</param>
internal sealed record OutcomeAnswer(string State, DateOnly? Due, DateTimeOffset? CallBackAt, int Attempts, string Said, bool Again);

/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record WorklistAnswer(long Left, long Late, long DoneToday, DateOnly? NextDue, string? Next, IReadOnlyList<WorklistEntry> Items);

internal sealed record WorklistEntry(
    long CustomerId, long FollowUpId, string Customer, string? Phone, string Plan, string Step, string Occasion, string Channel, DateOnly Earliest, DateOnly Ideal, DateOnly Latest,
    DateOnly? Due, DateTimeOffset? CallBackAt, int Priority, long ValueAtStakeMinor, string Currency, string? Staff, string Store, string ReasonZh, string ReasonEn,
    string State, int Attempts, string? Outcome, DateOnly? ClosedOn)
{
    public static WorklistEntry Of(FollowUpView view) => new(
        view.CustomerId, view.Id, view.Customer, view.Phone, view.Plan, view.Step, view.Occasion, view.Channel, view.EarliestOn, view.IdealOn, view.LatestOn,
        view.DueOn, view.CallBackAt, view.Priority, view.ValueMinor, view.Currency, view.Staff, view.Store,
        view.Reason.Chinese + view.DayReason.Chinese + view.Stake.Chinese, $"{view.Reason.English} {view.DayReason.English} {view.Stake.English}",
        view.State, view.Attempts, view.Outcome, view.ClosedOn);
}
