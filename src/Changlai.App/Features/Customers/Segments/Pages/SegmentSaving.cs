using Changlai.App.Features.Customers.Segments.Model;
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

    private static IResult Add(HttpContext http, SegmentWork work, UiContext ui, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, viewer);
        var draft = Fitting(SegmentForm.Read(form, null), desk);
        var key = form["idempotencyKey"].ToString();
        if (key.Length is 0 or > 64) return Mended(desk, viewer, draft, null, ui, SegmentWork.Check(desk, draft.Name, Stored(draft, desk)), ui[SegmentTexts.NoKey]);
        var taken = work.Add(session, viewer, desk, draft.Name, draft.IsShared, Stored(draft, desk), key);
        if (taken.IsRefused) return Mended(desk, viewer, draft, null, ui, taken);
        if (!taken.Again) Notice.Leave(http, SegmentTexts.Saved.In(ui.Language, draft.Name));
        return Results.LocalRedirect(taken.Id is { } id ? $"/segments/{id}" : "/segments");
    }

    private static IResult Change(HttpContext http, SegmentWork work, UiContext ui, long id, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, viewer);
        if (SegmentWork.Open(session, viewer, id) is not { } stored || !desk.MayChange(stored)) return Results.NotFound();
        var draft = Fitting(SegmentForm.Read(form, id), desk);
        if (!desk.MayShare) draft = draft with { IsShared = stored.IsShared };
        var taken = work.Change(session, viewer, desk, stored, draft.Version, draft.Name, draft.IsShared, Stored(draft, desk));
        if (taken.IsRefused) return Mended(desk, viewer, taken.SharedProblem is null ? draft : draft with { IsShared = true }, stored, ui, taken);
        if (taken.IsStale)
            return SegmentEndpoints.Page(desk, viewer, draft with { Version = stored.Version }, stored, ui, status: StatusCodes.Status409Conflict,
                conflict: new Conflict(Differences(session, desk, draft, stored, ui.Language), LastChange.Words(http, session, $"segment:{id}", null, CustomerAudit.SegmentChanged)));
        Notice.Leave(http, SegmentTexts.Saved.In(ui.Language, draft.Name));
        return Results.LocalRedirect($"/segments/{id}");
    }

    private static IResult Delete(HttpContext http, SegmentWork work, UiContext ui, long id, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var desk = work.DeskOf(session, viewer);
        if (SegmentWork.Open(session, viewer, id) is not { } stored || !desk.MayChange(stored)) return Results.NotFound();
        if (work.Delete(session, stored) is { } used)
        {
            Notice.Leave(http, ui[used], Tone.Risk);
            return Results.LocalRedirect($"/segments/{id}");
        }
        Notice.Leave(http, SegmentTexts.Deleted.In(ui.Language, stored.Name));
        return Results.LocalRedirect("/segments");
    }

    /// <summary>The page with what has to be mended first.</summary>
    private static IResult Mended(SegmentDesk desk, Viewer viewer, SegmentDraft draft, StoredSegment? stored, UiContext ui, SegmentTaken taken, string? notice = null)
    {
        var count = taken.Problems.Count + (taken.NameProblem is null ? 0 : 1);
        return SegmentEndpoints.Page(desk, viewer, draft, stored, ui, taken.Problems,
            notice ?? (taken.Hindrance is { } words ? ui[words] : count > 0 ? SegmentTexts.Problems.In(ui.Language, count) : null),
            taken.NameProblem is { } name ? ui[name] : null, taken.SharedProblem is { } shared ? ui[shared] : null, status: StatusCodes.Status422UnprocessableEntity);
    }

    private static IReadOnlyList<Difference> Differences(DatabaseSession session, SegmentDesk desk, SegmentDraft yours, StoredSegment theirs, Language language)
    {
        (Text, string)[] Lines(string name, bool isShared, SegmentGroup? rule) =>
        [
            (SegmentTexts.Name, name), (SegmentTexts.Shared, (isShared ? Editing.EditTexts.Yes : Editing.EditTexts.No).In(language)),
            (SegmentTexts.RuleWords, rule is null ? "" : desk.Fields.SentenceOf(session, rule).In(language)),
        ];
        return Difference.Between(Lines(yours.Name, yours.IsShared, Stored(yours, desk)), Lines(theirs.Name, theirs.IsShared, theirs.Rule));
    }

    private static SegmentGroup Stored(SegmentDraft draft, SegmentDesk desk) => SegmentInput.Stored(draft.Rule, desk.Fields.ByCode);

    private static SegmentDraft Fitting(SegmentDraft draft, SegmentDesk desk) => draft with { Rule = SegmentInput.Fitting(draft.Rule, desk.Fields.ByCode) };
}
