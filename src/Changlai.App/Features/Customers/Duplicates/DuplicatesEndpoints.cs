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

    private static IResult Merge(HttpContext http, DuplicateWork work, CompareDesk desk, UiContext ui, long one, long other, [FromForm] IFormCollection typed)
    {
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = work.Database.OpenSession();
        if (!MaySee(session, http, low, high)) return Elsewhere(session, http, low, high);
        var form = MergeForm.Read(low, high, typed);
        var taken = work.Merge(session, viewer, form, typed["idempotencyKey"].ToString());
        if (taken.Problem is { } problem) return Again(session, desk, viewer, low, high, form, problem, StatusCodes.Status422UnprocessableEntity);
        if (taken.Again) return Results.LocalRedirect($"/duplicates/{low}/{high}");
        switch (taken.Outcome)
        {
            case MergeOutcome.Gone:
                return Elsewhere(session, http, low, high);
            case MergeOutcome.Changed:
                return Again(session, desk, viewer, low, high, null, DuplicateTexts.ChangedNow, StatusCodes.Status409Conflict);
            case MergeOutcome.TooMany:
                return Again(session, desk, viewer, low, high, form, DuplicateTexts.TooMany, StatusCodes.Status422UnprocessableEntity);
        }
        Notice.Leave(http, DuplicateTexts.Merged.In(ui.Language, taken.Merge!.MergedName, taken.Merge.SurvivorName));
        return Results.LocalRedirect($"/customers/{taken.Merge.Survivor}");
    }

    private static IResult TellApart(HttpContext http, DuplicateWork work, UiContext ui, long one, long other)
    {
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = work.Database.OpenSession();
        if (CustomerAccess.Find(session, viewer, low) is not { } first || CustomerAccess.Find(session, viewer, high) is not { } second || low == high) return Results.NotFound();
        work.TellApart(session, viewer, low, high);
        Notice.Leave(http, DuplicateTexts.ToldApart.In(ui.Language, first.Name, second.Name), Tone.Plain);
        return Results.LocalRedirect("/duplicates");
    }

    private static IResult Undo(HttpContext http, DuplicateWork work, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (StoredMerge.Find(session, viewer, id) is not { } merge) return Results.NotFound();
        var result = work.Undo(session, viewer, merge);
        Notice.Leave(http, UndoWords.Of(result, merge, ui.Language), result.Outcome switch { UndoOutcome.Done => Tone.Good, UndoOutcome.DoneBefore => Tone.Plain, _ => Tone.Risk });
        return Results.LocalRedirect("/duplicates?show=merged");
    }

    private static IResult Again(DatabaseSession session, CompareDesk desk, Viewer viewer, long low, long high, MergeForm? form, Text? problem, int status) =>
        desk.Lay(session, viewer, low, high, form) is { } view ? UiSetup.Page<ComparePage>(new { View = view with { Problem = problem } }, status) : Results.NotFound();

    private static bool MaySee(DatabaseSession session, HttpContext http, long low, long high) => DuplicateWork.MaySee(session, Viewer.Of(http.User), low, high);

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
