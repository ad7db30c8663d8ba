using System.Globalization;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>Saves, changes and deletes segments.</summary>
internal static class SegmentSaving
{
    public static void Map(RouteGroupBuilder segments)
    {
        segments.MapPost("", Add).For(Access.ChangeCustomers).Audits(CustomerAudit.SegmentSaved);
        segments.MapPost("/{id:long}", Change).For(Access.ChangeCustomers).Audits(CustomerAudit.SegmentChanged, "segment", "id");
        segments.MapPost("/{id:long}/deletion", Delete).For(Access.ChangeCustomers).Audits(CustomerAudit.SegmentDeleted, "segment", "id");
    }

    private static IResult Add(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, TimeProvider time, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var draft = Fitting(SegmentForm.Read(form, null), desk);
        var key = form["idempotencyKey"].ToString();
        if (Refusal(desk, viewer, draft, null, ui, key.Length is 0 or > 64 ? SegmentTexts.NoKey : null) is { } refusal) return refusal;

        session.Begin();
        var stored = "segment:" + key;
        if (session.Scalar<string>("SELECT result FROM idempotency_key WHERE key = @key", ("key", stored)) is { } before) return Results.LocalRedirect($"/segments/{before}");
        var id = SegmentStore.Add(session, draft.Name, draft.IsShared && desk.MayShare, SegmentInput.Stored(draft.Rule, desk.Fields.ByCode), viewer.StaffId, time.GetUtcNow());
        if (session.Execute("INSERT INTO idempotency_key (key, created_at, result) VALUES (@key, @at, @result) ON CONFLICT (key) DO NOTHING",
            ("key", stored), ("at", time.GetUtcNow()), ("result", id.ToString(CultureInfo.InvariantCulture))) == 0)
        {
            // Both taps arrived at once and the other was first.
            session.Rollback();
            return Results.LocalRedirect("/segments");
        }
        session.Commit();
        Notice.Leave(http, SegmentTexts.Saved.In(ui.Language, draft.Name));
        return Results.LocalRedirect($"/segments/{id}");
    }

    private static IResult Change(
        HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, IEnumerable<ISegmentUse> uses, UiContext ui, TimeProvider time, long id, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        session.Begin();
        session.LockInTransaction(SegmentMembership.Lock);
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        if (SegmentStore.Find(session, viewer, id) is not { } stored || !desk.MayChange(stored)) return Results.NotFound();
        var draft = Fitting(SegmentForm.Read(form, id), desk);
        if (!desk.MayShare) draft = draft with { IsShared = stored.IsShared };
        if (Refusal(desk, viewer, draft, stored, ui, null) is { } refusal) return refusal;
        if (stored.IsShared && !draft.IsShared && UsesOf(session, uses, id, ui) is { } used)
            return SegmentEndpoints.Page(desk, viewer, draft with { IsShared = true }, stored, ui, sharedProblem: SegmentTexts.InUseShared.In(ui.Language, used), status: StatusCodes.Status422UnprocessableEntity);
        if (draft.Rule.Conditions.Any(condition => desk.Fields.ByCode[condition.Field].ComesFromPlanning) && UsesOf(session, uses, id, ui) is { } planned)
            return SegmentEndpoints.Page(desk, viewer, draft, stored, ui, notice: SegmentTexts.InUseByPlanning.In(ui.Language, planned), status: StatusCodes.Status422UnprocessableEntity);
        if (!SegmentStore.Change(session, id, draft.Version, draft.Name, draft.IsShared, SegmentInput.Stored(draft.Rule, desk.Fields.ByCode), viewer.StaffId, time.GetUtcNow()))
            return SegmentEndpoints.Page(desk, viewer, draft with { Version = stored.Version }, stored, ui, notice: ui[SegmentTexts.ChangedMeanwhile], status: StatusCodes.Status409Conflict);
        session.Commit();
        Notice.Leave(http, SegmentTexts.Saved.In(ui.Language, draft.Name));
        return Results.LocalRedirect($"/segments/{id}");
    }

    private static IResult Delete(
        HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, IEnumerable<ISegmentUse> uses, UiContext ui, long id, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        session.Begin();
        session.LockInTransaction(SegmentMembership.Lock);
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        if (SegmentStore.Find(session, viewer, id) is not { } stored || !desk.MayChange(stored)) return Results.NotFound();
        if (UsesOf(session, uses, id, ui) is { } used)
        {
            Notice.Leave(http, SegmentTexts.InUse.In(ui.Language, stored.Name, used), Tone.Risk);
            return Results.LocalRedirect($"/segments/{id}");
        }
        SegmentStore.Delete(session, id);
        session.Commit();
        Notice.Leave(http, SegmentTexts.Deleted.In(ui.Language, stored.Name));
        return Results.LocalRedirect("/segments");
    }

    /// <summary>The page with what has to be mended first; null when nothing has.</summary>
    private static IResult? Refusal(SegmentDesk desk, Viewer viewer, SegmentDraft draft, StoredSegment? stored, UiContext ui, Text? other)
    {
        var problems = SegmentCheck.Problems(SegmentInput.Stored(draft.Rule, desk.Fields.ByCode), desk.Fields.ByCode);
        var badName = draft.Name.Length is 0 or > SegmentLimits.NameLength || draft.Name.Any(char.IsControl) || draft.Name.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar);
        if (problems.Count == 0 && !badName && other is null) return null;
        var count = problems.Count + (badName ? 1 : 0);
        return SegmentEndpoints.Page(desk, viewer, draft, stored, ui, problems, other is { } words ? ui[words] : SegmentTexts.Problems.In(ui.Language, count),
            badName ? SegmentTexts.NoName.In(ui.Language, SegmentLimits.NameLength) : null, status: StatusCodes.Status422UnprocessableEntity);
    }

    private static SegmentDraft Fitting(SegmentDraft draft, SegmentDesk desk) => draft with { Rule = SegmentInput.Fitting(draft.Rule, desk.Fields.ByCode) };

    private static string? UsesOf(DatabaseSession session, IEnumerable<ISegmentUse> uses, long id, UiContext ui) =>
        string.Join(ui[UiTexts.ListComma], uses.SelectMany(use => use.UsesOf(session, id)).Select(name => ui[name])) is { Length: > 0 } used ? used : null;
}
