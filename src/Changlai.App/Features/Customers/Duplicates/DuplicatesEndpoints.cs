using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>Possible duplicates, two cards side by side, merging, and taking a merge back.</summary>
internal static class DuplicatesEndpoints
{
    private const int PageSize = 30;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/duplicates").For(Access.ManageStore);
        group.MapGet("", Show);
        group.MapGet("/{one:long}/{other:long}", Compare);
        group.MapPost("/{one:long}/{other:long}/merge", Merge).Audits(CustomerAudit.Merged, "customer", "other");
        group.MapPost("/{one:long}/{other:long}/not-same", TellApart).ChecksToken().Audits(CustomerAudit.ToldApart, "customer", "other");
        group.MapPost("/merges/{id:long}/undo", Undo).ChecksToken().Audits(CustomerAudit.MergeUndone, "merge", "id");
    }

    public static bool MayMerge(Viewer viewer) => viewer.May(Access.ManageStore);

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, Masks masks, string? show, string? after)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (show == "merged")
        {
            var merges = StoredMerge.Read(session, viewer, long.TryParse(after, out var before) ? before : null, PageSize + 1);
            return UiSetup.Page<MergesPage>(new { Merges = merges.Take(PageSize).ToList(), Next = merges.Count > PageSize ? merges[PageSize - 1].Id.ToString() : null, IsLater = after is not null, Zone = stores.ZoneOf(viewer.StoreId) });
        }
        var pairs = DuplicatePairs.Read(session, viewer.Scope, PairPlace.Parse(after), PageSize + 1, masks.Of(session, viewer));
        PairPlace? next = pairs.Count > PageSize ? new PairPlace(pairs[PageSize - 1].Score, pairs[PageSize - 1].Low.Id, pairs[PageSize - 1].High.Id) : null;
        return UiSetup.Page<DuplicatesPage>(new { Pairs = pairs.Take(PageSize).ToList(), Next = next, IsLater = after is not null, ShowsStore = stores.Of(viewer).Count > 1 });
    }

    private static IResult Compare(HttpContext http, Database database, CompareDesk desk, long one, long other)
    {
        var (low, high) = (Math.Min(one, other), Math.Max(one, other));
        using var session = database.OpenSession();
        if (!MaySee(session, http, low, high)) return Elsewhere(session, http, low, high);
        return desk.Lay(session, Viewer.Of(http.User), low, high, null) is { } view ? UiSetup.Page<ComparePage>(new { View = view }) : Results.NotFound();
    }

    private static IResult Merge(
        HttpContext http, Database database, CompareDesk desk, UiContext ui, SweepSignal signal, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners,
        TimeProvider time, long one, long other, [FromForm] IFormCollection typed)
    {
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = database.OpenSession();
        if (!MaySee(session, http, low, high)) return Elsewhere(session, http, low, high);
        var form = MergeForm.Read(low, high, typed);
        var own = CustomerFields.Read(session);
        var (request, problem) = form.Check(own, new FieldsInWords(ui.Language, _ => null, _ => null, own).NameOf, viewer.StaffId);
        if (request is null) return Again(session, desk, Viewer.Of(http.User), low, high, form, problem, StatusCodes.Status422UnprocessableEntity);

        session.Begin();
        if (FormKeys.Take(session, $"merge/{low}/{high}", typed["idempotencyKey"].ToString(), time.GetUtcNow()) is not null)
        {
            // The same form again after its merge was undone: whoever wants to merge once more looks once more.
            session.Rollback();
            return Results.LocalRedirect($"/duplicates/{low}/{high}");
        }
        var result = new CustomerMerge(session, owners, listeners, time).Merge(request);
        if (result.Outcome != MergeOutcome.Done) session.Rollback();
        switch (result.Outcome)
        {
            case MergeOutcome.Gone:
                return Elsewhere(session, http, low, high);
            case MergeOutcome.Changed:
                return Again(session, desk, Viewer.Of(http.User), low, high, null, DuplicateTexts.ChangedNow, StatusCodes.Status409Conflict);
            case MergeOutcome.TooMany:
                return Again(session, desk, Viewer.Of(http.User), low, high, form, DuplicateTexts.TooMany, StatusCodes.Status422UnprocessableEntity);
        }
        var merge = StoredMerge.Find(session, result.Id)!;
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, DuplicateTexts.Merged.In(ui.Language, merge.MergedName, merge.SurvivorName));
        return Results.LocalRedirect($"/customers/{merge.Survivor}");
    }

    private static IResult TellApart(HttpContext http, Database database, UiContext ui, TimeProvider time, long one, long other)
    {
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = database.OpenSession();
        if (CustomerAccess.Find(session, viewer, low) is not { } first || CustomerAccess.Find(session, viewer, high) is not { } second || low == high) return Results.NotFound();
        session.Begin();
        AuditPen.Current?.OfCustomer(low);
        DuplicatePairs.TellApart(session, low, high, viewer.StaffId, time.GetUtcNow());
        session.Commit();
        Notice.Leave(http, DuplicateTexts.ToldApart.In(ui.Language, first.Name, second.Name), Tone.Plain);
        return Results.LocalRedirect("/duplicates");
    }

    private static IResult Undo(
        HttpContext http, Database database, UiContext ui, SweepSignal signal, IEnumerable<ICustomerRows> owners, IEnumerable<ICustomersChanged> listeners, TimeProvider time, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (StoredMerge.Find(session, viewer, id) is not { } merge) return Results.NotFound();
        session.Begin();
        var result = new MergeUndo(session, owners, listeners, time).Undo(merge, viewer.StaffId);
        if (result.Outcome == UndoOutcome.Done) session.Commit();
        else session.Rollback();
        signal.RunSoon();
        Notice.Leave(http, UndoWords.Of(result, merge, ui.Language), result.Outcome switch { UndoOutcome.Done => Tone.Good, UndoOutcome.DoneBefore => Tone.Plain, _ => Tone.Risk });
        return Results.LocalRedirect("/duplicates?show=merged");
    }

    private static IResult Again(DatabaseSession session, CompareDesk desk, Viewer viewer, long low, long high, MergeForm? form, Text? problem, int status) =>
        desk.Lay(session, viewer, low, high, form) is { } view ? UiSetup.Page<ComparePage>(new { View = view with { Problem = problem } }, status) : Results.NotFound();

    private static bool MaySee(DatabaseSession session, HttpContext http, long low, long high) =>
        low != high && CustomerAccess.Find(session, Viewer.Of(http.User), low) is not null && CustomerAccess.Find(session, Viewer.Of(http.User), high) is not null;

    /// <summary>Where one of the two was merged away meanwhile, the card that is left.</summary>
    private static IResult Elsewhere(DatabaseSession session, HttpContext http, long low, long high)
    {
        var (viewer, ui) = (Viewer.Of(http.User), (UiContext)http.RequestServices.GetService(typeof(UiContext))!);
        foreach (var (gone, left) in new[] { (high, low), (low, high) })
        {
            if (StoredMerge.Into(session, gone) is not { } into || CustomerAccess.Find(session, viewer, into) is null) continue;
            Notice.Leave(http, ui[into == left ? DuplicateTexts.AlreadyMerged : DuplicateTexts.GoneNow], Tone.Info);
            return Results.LocalRedirect($"/customers/{into}");
        }
        return Results.NotFound();
    }
}
