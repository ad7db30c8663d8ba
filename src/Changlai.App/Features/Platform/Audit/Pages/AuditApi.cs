using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Audit.Pages;

/// <summary>The log for other programs: one that keeps a copy elsewhere, or watches for what should not happen.</summary>
internal static class AuditApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/api/audit").For(Access.Audit).NeedsScope(ApiScope.AuditRead);
        audit.MapGet("", List)
            .Says("操作日志，最新的在前", "The audit log, the newest first", typeof(AuditListing));
        audit.MapGet("/state", State)
            .Says("日志封存到哪里", "How far the log is sealed", typeof(AuditStateAnswer));
        audit.MapGet("/{id:long}", Show)
            .Says("一条日志和它在链上的位置", "One entry, and its place in the chain", typeof(AuditEntryAnswer));
    }

    private static IResult List(
        HttpContext http, Database database, StoreDirectory stores, AuditReads reads, UiContext ui, IEnumerable<AuditAction> actions,
        string? person, string? action, string? customer, string? subject, string? store, string? from, string? to, string? after, int? limit)
    {
        var viewer = Viewer.Of(http.User);
        var asked = AuditForm.Read(new AuditAsked(person, action, customer, subject, store, from, to, after), stores.ZoneOf(viewer.StoreId));
        if (asked.Errors.Count > 0) return JsonRequests.Invalid(ui, asked.Errors);
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = database.OpenSession();
        var entries = AuditQuery.Read(session, viewer.InStores, asked.Filter, count + 1);
        reads.Saw(http.User, Math.Min(count, entries.Count));
        var names = AuditEndpoints.NamesOf(actions);
        return Results.Ok(new AuditListing([.. entries.Take(count).Select(entry => AuditLine.Of(entry, names, ui))], entries.Count > count ? entries[count - 1].Id : null));
    }

    private static IResult Show(HttpContext http, Database database, AuditReads reads, UiContext ui, IEnumerable<AuditAction> actions, long id)
    {
        using var session = database.OpenSession();
        if (AuditQuery.Find(session, Viewer.Of(http.User).InStores, id) is not { } entry) return JsonRequests.NotFound(ui);
        reads.Saw(http.User, 1);
        var place = AuditQuery.PlaceOf(session, entry);
        return Results.Ok(new AuditEntryAnswer(AuditLine.Of(entry, AuditEndpoints.NamesOf(actions), ui), place?.Position, place?.Hash));
    }

    private static IResult State(Database database)
    {
        using var session = database.OpenSession();
        var state = AuditQuery.State(session);
        var (position, hash) = AuditSealer.Head(session);
        return Results.Ok(new AuditStateAnswer(state.SealedAt, state.Sealed, state.Waiting, new AuditHead(position, hash).ToString()));
    }
}

/// <param name="Next">What to send as <c>after</c> for those before; null at the end.</param>
internal sealed record AuditListing(IReadOnlyList<AuditLine> Items, long? Next);

/// <param name="As">person, key (a program), command (the command line), system (Changlai itself) or nobody (not signed in).</param>
/// <param name="By">Their name as it was at the time.</param>
/// <param name="Action">Stable, such as <c>customer.change</c>.</param>
/// <param name="What">The same in words.</param>
/// <param name="Subject">What it was done to, such as <c>segment:5</c>.</param>
internal sealed record AuditLine(
    long Id, DateTimeOffset At, string As, long? StaffId, string By, string Action, string What, string? Subject, long? CustomerId, long? StoreId, IReadOnlyDictionary<string, string> Details)
{
    public static AuditLine Of(AuditEntry entry, Dictionary<string, Text> names, UiContext ui) => new(
        entry.Id, entry.At, entry.ActorKind, entry.ActorId, entry.ActorName, entry.Action, names.TryGetValue(entry.Action, out var name) ? ui[name] : entry.Action,
        entry.Subject, entry.CustomerId, entry.StoreId, AuditQuery.Details(entry));
}

/// <param name="Position">Its place in the chain; null while it waits to be sealed.</param>
/// <param name="Hash">The hash of the chain at that place.</param>
internal sealed record AuditEntryAnswer(AuditLine Entry, long? Position, string? Hash);

/// <param name="SealedAt">When something was last sealed; null while nothing is.</param>
/// <param name="Sealed">How many entries are sealed.</param>
/// <param name="Waiting">How many wait for it.</param>
/// <param name="Head">The end of the chain as <c>position:hash</c>, to be kept where nobody who can write to the database can write.</param>
internal sealed record AuditStateAnswer(DateTimeOffset? SealedAt, long Sealed, long Waiting, string Head);
