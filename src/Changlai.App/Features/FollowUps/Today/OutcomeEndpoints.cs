using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>
/// Takes the outcome from the form. With script the list comes back with the next customer opened; without, a page that
/// says what was recorded.
/// </summary>
internal static class OutcomeEndpoints
{
    private const string FromToday = "today";

    public static void MapOutcomes(this IEndpointRouteBuilder routes) => routes.MapPost("/customers/{customerId:long}/follow-ups/{id:long}/outcome", Record).For(Access.ChangeCustomers).Audits(FollowUpAudit.Recorded, "follow-up", "id");

    private static IResult Record(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, TimeProvider time, SegmentMembership segments, IEnumerable<ICallNote> notes, Masks masks, long customerId, long id,
        string? from, string? staff, long? store, string? after,
        [FromForm] string? outcome, [FromForm] string? mood, [FromForm] string? note, [FromForm] string? callBackOn, [FromForm] string? callBackTime, [FromForm] string? idempotencyKey)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (FollowUpAccess.StoreOf(session, viewer, customerId, id) is not { } storeId) return Results.NotFound();
        var callBackAt = outcome == Model.Outcome.CallBack.Code ? Moment(callBackOn, callBackTime, stores.ZoneOf(storeId)) : null;
        var result = Take(session, time, new OutcomeRequest(customerId, id, outcome ?? "", viewer.StaffId, idempotencyKey ?? "", callBackAt, mood, note), segments);

        var typed = result.IsTaken ? null : new TypedOutcome(mood, note, callBackOn, callBackTime, result.Problems);
        var status = result.IsTaken ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        if (ui.IsFragment && from == FromToday)
        {
            var place = new WorklistPlace(WorklistScope.Of(viewer, staff, store), WorklistMark.Parse(after));
            var view = TodayEndpoints.Load(session, viewer, stores, notes, masks, place, result.IsTaken ? null : (customerId, id));
            return UiSetup.Page<TodayWork>(new { View = view with { Notice = result.IsTaken ? new Notice(Tone.Good, Said(session, ui, customerId, result)) : null, Typed = typed } }, status);
        }
        if (!result.IsTaken)
            return UiSetup.Page<FollowUpPage>(new { Opened = FollowUpAccess.Open(session, viewer, stores, notes, masks, customerId, id), Typed = typed }, status);
        Notice.Leave(http, Said(session, ui, customerId, result));
        return Results.LocalRedirect(from == FromToday ? new WorklistPlace(WorklistScope.Of(viewer, staff, store), WorklistMark.Parse(after)).List : "/today");
    }

    /// <summary>One transaction: recorded whole, or not at all.</summary>
    public static OutcomeResult Take(DatabaseSession session, TimeProvider time, OutcomeRequest request, SegmentMembership? segments = null)
    {
        session.Begin();
        var result = new OutcomeRecorder(time, segments).Record(session, request);
        if (result.Again) AuditPen.Current?.Drop();
        AuditPen.Current?.Add("outcome", request.Outcome);
        if (result.IsTaken) session.Commit();
        else session.Rollback();
        return result;
    }

    private static string Said(DatabaseSession session, UiContext ui, long customerId, OutcomeResult result) =>
        TodayTexts.Recorded.In(ui.Language, session.Scalar<string>("SELECT name FROM customer WHERE customer_id = @id", ("id", customerId)), ui[result.Said]);

    private static DateTimeOffset? Moment(string? day, string? clock, TimeZoneInfo zone) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) &&
        TimeOnly.TryParseExact(clock, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? StoreDay.At(on, at, zone) : null;
}
