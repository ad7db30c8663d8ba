using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Api;

/// <summary>Possible duplicates for other programs: the pairs, two cards side by side, merge, tell apart, take back.</summary>
internal static class DuplicateApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;
    private static readonly Text NoVersion = new("请给出您看到的版本。", "Give the version that you have read.");
    private static readonly Text NoSuchField = new("没有这一项。", "There is no such field.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/duplicates").For(Access.ManageStore);
        group.MapGet("", List).NeedsScope(ApiScope.CustomersRead)
            .Says("可能重复的客户", "List pairs that may be one customer, the surest first", typeof(PairListing));
        group.MapGet("/{one:long}/{other:long}", Compare).NeedsScope(ApiScope.CustomersRead)
            .Says("两张卡并排", "Two cards side by side", typeof(ComparisonAnswer));
        group.MapPost("/{one:long}/{other:long}/merge", MergeAsync).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.Merged, "customer", "other")
            .Says("合并成一位", "Merge two cards into one", typeof(MergeEntry), typeof(MergeBody), 201);
        group.MapPost("/{one:long}/{other:long}/not-same", TellApart).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.ToldApart, "customer", "other")
            .Says("确认不是同一位，不再提示", "Say that they are two people", typeof(void), null, 204);
        group.MapGet("/merges", Merges).NeedsScope(ApiScope.CustomersRead)
            .Says("做过的合并", "List merges", typeof(MergeListing));
        group.MapPost("/merges/{id:long}/undo", Undo).NeedsScope(ApiScope.CustomersWrite).Audits(CustomerAudit.MergeUndone, "merge", "id")
            .SaysAct("撤销合并", "Take a merge apart again", typeof(MergeEntry));
    }

    private static IResult List(HttpContext http, DuplicateWork work, UiContext ui, Masks masks, string? after, int? limit)
    {
        var place = PairPlace.Parse(after);
        if (after is not null && place is null) return Wrong(ui, "after", CustomerApiTexts.NoPlace);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = work.Database.OpenSession();
        var pairs = DuplicatePairs.Read(session, Viewer.Of(http.User).Scope, place, count + 1, masks.Of(session, Viewer.Of(http.User)));
        return Results.Ok(new PairListing([.. pairs.Take(count).Select(pair => PairListing.Entry.Of(pair, ui))],
            pairs.Count > count ? new PairPlace(pairs[count - 1].Score, pairs[count - 1].Low.Id, pairs[count - 1].High.Id).ToString() : null));
    }

    private static IResult Compare(HttpContext http, DuplicateWork work, CompareDesk desk, UiContext ui, long one, long other)
    {
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = work.Database.OpenSession();
        return DuplicateWork.MaySee(session, viewer, low, high) && desk.Lay(session, viewer, low, high, null) is { } view
            ? Results.Ok(ComparisonAnswer.Of(view, ui))
            : JsonRequests.NotFound(ui);
    }

    private static async Task<IResult> MergeAsync(HttpContext http, DuplicateWork work, UiContext ui, long one, long other)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<MergeBody>(http);
        if (body is null) return refusal!;
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = work.Database.OpenSession();
        var key = JsonRequests.KeyOf(http);
        var sides = body.Sides ?? new Dictionary<string, string?>();
        var form = new MergeForm(low, high, body.Keep, body.LowVersion ?? 0, body.HighVersion ?? 0, sides.ToDictionary(side => side.Key, side => side.Value ?? "", StringComparer.Ordinal));
        if (!DuplicateWork.MaySee(session, viewer, low, high)) return JsonRequests.NotFound(ui);
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (body.Keep is not { } keep || keep != low && keep != high) errors["keep"] = DuplicateTexts.NoKeep;
        if (body.LowVersion is null) errors["lowVersion"] = NoVersion;
        if (body.HighVersion is null) errors["highVersion"] = NoVersion;
        var known = MergeFields.Of(CustomerFields.Read(session)).Select(field => field.Code).Append(MergeFields.Photo).ToHashSet(StringComparer.Ordinal);
        foreach (var field in sides.Keys.Where(field => !known.Contains(field))) errors[$"sides.{field}"] = NoSuchField;
        if (errors.Count > 0) return JsonRequests.Invalid(ui, errors);
        var taken = work.Merge(session, viewer, form, key);
        if (taken.Problem is { } problem) return Wrong(ui, "sides", problem);
        return taken.Merge is { } merge ? Results.Json(MergeEntry.Of(merge), statusCode: taken.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            : taken.Outcome switch
            {
                MergeOutcome.Changed => Results.Problem(ui[DuplicateTexts.ChangedNow], statusCode: StatusCodes.Status409Conflict),
                MergeOutcome.TooMany => Wrong(ui, "sides", DuplicateTexts.TooMany),
                _ => JsonRequests.NotFound(ui),
            };
    }

    private static IResult TellApart(HttpContext http, DuplicateWork work, UiContext ui, long one, long other)
    {
        var (viewer, low, high) = (Viewer.Of(http.User), Math.Min(one, other), Math.Max(one, other));
        using var session = work.Database.OpenSession();
        if (!DuplicateWork.MaySee(session, viewer, low, high)) return JsonRequests.NotFound(ui);
        work.TellApart(session, viewer, low, high);
        return Results.NoContent();
    }

    private static IResult Merges(HttpContext http, DuplicateWork work, UiContext ui, string? after, int? limit)
    {
        if (after is not null && !long.TryParse(after, out _)) return Wrong(ui, "after", CustomerApiTexts.NoPlace);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = work.Database.OpenSession();
        var merges = StoredMerge.Read(session, Viewer.Of(http.User), long.TryParse(after, out var before) ? before : null, count + 1);
        return Results.Ok(new MergeListing([.. merges.Take(count).Select(MergeEntry.Of)], merges.Count > count ? merges[count - 1].Id.ToString() : null));
    }

    private static IResult Undo(HttpContext http, DuplicateWork work, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        if (StoredMerge.Find(session, viewer, id) is not { } merge) return JsonRequests.NotFound(ui);
        var result = work.Undo(session, viewer, merge);
        return result.Outcome is UndoOutcome.Done or UndoOutcome.DoneBefore
            ? Results.Ok(MergeEntry.Of(StoredMerge.Find(session, id)!))
            : Results.Problem(UndoWords.Of(result, merge, ui.Language), statusCode: StatusCodes.Status409Conflict);
    }

    private static IResult Wrong(UiContext ui, string field, Text problem) => JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem });
}

/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record PairListing(IReadOnlyList<PairListing.Entry> Items, string? Next)
{
    /// <param name="Score">Of 100.</param>
    /// <param name="Because">What speaks for one customer, in words.</param>
    internal sealed record Entry(Side Low, Side High, int Score, string Because)
    {
        public static Entry Of(DuplicatePair pair, UiContext ui) => new(Side.Of(pair.Low), Side.Of(pair.High), pair.Score, EvidenceLine.Of(pair.Evidence, ui.Language));
    }

    internal sealed record Side(long Id, string Name, string? Store, int Orders)
    {
        public static Side Of(PairSide side) => new(side.Id, side.Name, side.Store, side.Orders);
    }
}

/// <param name="Keep">Which card is proposed to stay.</param>
/// <param name="WishesAfter">What holds afterwards: the stricter, which nobody chooses.</param>
internal sealed record ComparisonAnswer(
    ComparedCard Low, ComparedCard High, long Keep, int Score, IReadOnlyList<string> SpeaksFor, IReadOnlyList<string> SpeaksAgainst, IReadOnlyList<ComparisonAnswer.Field> Fields,
    IReadOnlyList<ComparisonAnswer.Rows> Moves, IReadOnlyList<string> WishesAfter, bool IsToldApart)
{
    /// <param name="Chosen">What is proposed: <c>low</c>, <c>high</c> or <c>both</c>.</param>
    internal sealed record Field(string Code, string Name, string Low, string High, bool IsMany, bool Differs, string Chosen);

    internal sealed record Rows(string Name, long Low, long High);

    public static ComparisonAnswer Of(CompareView view, UiContext ui) => new(view.Low, view.High, view.Keep, view.Score, [.. view.For.Select(words => ui[words])], [.. view.Against.Select(words => ui[words])],
        [.. view.Fields.Select(field => new Field(field.Code, ui[field.Name], field.Low, field.High, field.IsMany, field.Differs, field.Chosen))],
        [.. view.Rows.Select(rows => new Rows(ui[rows.Name], rows.Low, rows.High))], view.WishesAfter, view.IsToldApart);
}

/// <param name="Keep">The id of the card that stays.</param>
/// <param name="LowVersion">The versions of the two cards as they were read side by side.</param>
/// <param name="Sides">By the code of a field: <c>low</c>, <c>high</c> or <c>both</c>; what is left out is taken as is usual.</param>
internal sealed record MergeBody(long? Keep, int? LowVersion, int? HighVersion, IReadOnlyDictionary<string, string?>? Sides);

internal sealed record MergeEntry(long Id, long SurvivorId, string Survivor, long MergedId, string Merged, DateTimeOffset MergedAt, string? MergedBy, DateTimeOffset? UndoneAt)
{
    public static MergeEntry Of(StoredMerge merge) => new(merge.Id, merge.Survivor, merge.SurvivorName, merge.Merged, merge.MergedName, merge.At, merge.By, merge.UndoneAt);
}

/// <param name="Next">What to send as <c>after</c> for those before; null at the end.</param>
internal sealed record MergeListing(IReadOnlyList<MergeEntry> Items, string? Next);
