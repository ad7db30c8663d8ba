using System.Text.Json;
using Changlai.App.Features.Customers.Api;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Pages;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Segments.Api;

/// <summary>Segments for other programs: which there are, whom each chooses.</summary>
internal static class SegmentApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        SegmentWriteApi.Map(routes);
        var segments = routes.MapGroup("/api/segments").For(Access.ReadCustomers).NeedsScope(ApiScope.SegmentsRead);
        segments.MapGet("", List)
            .Says("细分清单", "List segments", typeof(SegmentListing));
        segments.MapGet("/{id:long}", Show)
            .Says("一个细分", "One segment with its rule", typeof(SegmentEntry), hasVersion: true);
        segments.MapGet("/{id:long}/count", Count)
            .Says("细分有多少客户", "How many customers a segment has", typeof(SegmentSize));
        segments.MapGet("/{id:long}/customers", Customers)
            .Says("细分里的客户", "A segment's customers", typeof(CustomerListing));
    }

    private static IResult List(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, long? after, int? limit)
    {
        var viewer = Viewer.Of(http.User);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var found = SegmentStore.List(session, viewer, after, count + 1);
        return Results.Ok(new SegmentListing([.. found.Take(count).Select(segment => Entry(session, desk, ui, segment))], found.Count > count ? found[count - 1].Id : null));
    }

    private static IResult Show(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        return SegmentStore.Find(session, viewer, id) is { } stored
            ? ETags.Answer(http, stored.Version, Entry(session, new SegmentDesk(session, contributions, stores, viewer), ui, stored))
            : JsonRequests.NotFound(ui);
    }

    private static IResult Count(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, SegmentCounts counts, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        if (SegmentStore.Find(session, viewer, id) is not { } stored) return JsonRequests.NotFound(ui);
        if (desk.ProblemOf(stored) is { } problem) return CannotBeAsked(ui, problem);
        var count = counts.Known(id, stored.Version, viewer.Scope) ?? desk.Customers().Count(stored.Rule!);
        counts.Keep(id, stored.Version, viewer.Scope, count);
        return Results.Ok(new SegmentSize(count));
    }

    private static IResult Customers(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, Masks masks, BulkViews views, long id, long? after, int? limit)
    {
        var viewer = Viewer.Of(http.User);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        if (SegmentStore.Find(session, viewer, id) is not { } stored) return JsonRequests.NotFound(ui);
        if (desk.ProblemOf(stored) is { } problem) return CannotBeAsked(ui, problem);
        var ids = desk.Customers().Page(stored.Rule!, after, count + 1);
        views.Saw(http.User, Math.Min(count, ids.Count));
        return Results.Ok(CustomerListing.Of(CustomerListQuery.Read(session, [.. ids.Take(count)], masks.Of(session, viewer)), ids.Count > count ? ids[count - 1].ToString() : null));
    }

    private static IResult CannotBeAsked(UiContext ui, Text problem) => Results.Problem(ui[problem], statusCode: StatusCodes.Status409Conflict);

    public static SegmentEntry Entry(DatabaseSession session, SegmentDesk desk, UiContext ui, StoredSegment segment)
    {
        var problem = desk.ProblemOf(segment);
        return new SegmentEntry(
            segment.Id, segment.Name, segment.IsShared, segment.OwnerId, segment.ChangedAt, problem is null ? ui[desk.Fields.SentenceOf(session, segment.Rule!)] : null,
            problem is { } wrong ? ui[wrong] : null, segment.Rule is { } rule ? JsonDocument.Parse(SegmentJson.Write(rule)).RootElement.GetProperty("rule") : null);
    }
}

/// <param name="Next">What to send as <c>after</c> for the following ones; null at the end.</param>
internal sealed record SegmentListing(IReadOnlyList<SegmentEntry> Items, long? Next);

/// <param name="Sentence">Whom it chooses, in words; null when it cannot be asked now.</param>
/// <param name="Problem">Why it cannot be asked.</param>
/// <param name="Rule">Groups <c>{match, rules}</c> of conditions <c>{field, is, values}</c>.</param>
internal sealed record SegmentEntry(long Id, string Name, bool IsShared, long OwnerId, DateTimeOffset ChangedAt, string? Sentence, string? Problem, JsonElement? Rule);

/// <param name="Customers">As many of them as the caller may see.</param>
internal sealed record SegmentSize(long Customers);
