using System.Globalization;
using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Ui;
using Changlai.Core.Calendars;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Audit.Pages;

/// <summary>The log, for those who look whether all is in order.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 50;
    private const int LargestExport = 100_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var audit = routes.MapGroup("/audit").For(Access.Audit);
        audit.MapGet("", Show);
        audit.MapGet("/entries.csv", Export).Audits(AuditActions.Exported);
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, AuditReads reads, IEnumerable<AuditAction> actions, IEnumerable<AuditWord> words)
    {
        var viewer = Viewer.Of(http.User);
        var read = AuditForm.Read(AuditAsked.Of(http.Request.Query), stores.ZoneOf(viewer.StoreId));
        using var session = database.OpenSession();
        var entries = read.Errors.Count > 0 ? [] : AuditQuery.Read(session, viewer.InStores, read.Filter, PageSize + 1);
        reads.Saw(http.User, Math.Min(PageSize, entries.Count));
        return UiSetup.Page<AuditPage>(
            new
            {
                Entries = entries.Take(PageSize).ToList(),
                Next = entries.Count > PageSize ? entries[PageSize - 1].Id : (long?)null,
                Form = read,
                State = AuditQuery.State(session),
                Actions = NamesOf(actions),
                Words = new AuditWords(words),
                People = People(session, viewer),
                Stores = stores.Of(viewer) is { Count: > 1 } several ? [.. several] : new List<StoreEntry>(),
                Zone = stores.ZoneOf(viewer.StoreId),
            }, read.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult Export(HttpContext http, Database database, StoreDirectory stores, UiContext ui, IEnumerable<AuditAction> actions)
    {
        var viewer = Viewer.Of(http.User);
        var zone = stores.ZoneOf(viewer.StoreId);
        var read = AuditForm.Read(AuditAsked.Of(http.Request.Query), zone);
        if (read.Errors.Count > 0) return Results.NotFound();
        List<AuditEntry> entries;
        using (var session = database.OpenSession()) entries = AuditQuery.Read(session, viewer.InStores, read.Filter, LargestExport);
        AuditPen.Current?.Add("count", entries.Count.ToString(CultureInfo.InvariantCulture));
        AuditPen.Current?.WriteNow(database);
        var names = NamesOf(actions);
        var language = ui.Language;
        return Results.Stream(async output =>
        {
            await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024);
            var csv = new CsvWriter(writer);
            foreach (var heading in (Text[])[AuditTexts.ColumnId, AuditTexts.When, AuditTexts.ColumnKind, AuditTexts.Who, AuditTexts.What, AuditTexts.About, AuditTexts.Customer, AuditTexts.ColumnStore, AuditTexts.More])
                csv.Cell(heading.In(language));
            csv.EndRow();
            foreach (var entry in entries)
                csv.Number(entry.Id).Cell(TimeZoneInfo.ConvertTime(entry.At, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Cell(entry.ActorKind).Cell(entry.ActorName)
                    .Cell(names.TryGetValue(entry.Action, out var name) ? name.In(language) : entry.Action).Cell(entry.Subject).Cell(entry.CustomerId?.ToString(CultureInfo.InvariantCulture))
                    .Cell(stores.NameOf(entry.StoreId)).Cell(entry.Details).EndRow();
            await writer.FlushAsync();
        }, "text/csv; charset=utf-8", $"audit-{StoreDay.On(TimeProvider.System.GetUtcNow(), zone):yyyy-MM-dd}.csv");
    }

    /// <summary>What each action is called, by its code.</summary>
    public static Dictionary<string, Text> NamesOf(IEnumerable<AuditAction> actions) => actions.DistinctBy(action => action.Code).ToDictionary(action => action.Code, action => action.Name, StringComparer.Ordinal);

    private static List<(long Id, string Name)> People(DatabaseSession session, Viewer viewer)
    {
        var people = new List<(long, string)>();
        using var rows = session.Read($"SELECT s.id, s.name FROM staff s WHERE s.sign_in_name IS NOT NULL{viewer.InStores.And("s")} ORDER BY s.name, s.id LIMIT 1000", viewer.InStores.Values);
        while (rows.Next()) people.Add((rows.Long(0), rows.Text(1)));
        return people;
    }
}

/// <summary>The question of the page, as it was typed.</summary>
public sealed record AuditAsked(string? Person, string? Action, string? Customer, string? Subject, string? Store, string? From, string? To, string? After)
{
    public static AuditAsked Of(IQueryCollection query) => new(query["person"], query["action"], query["customer"], query["subject"], query["store"], query["from"], query["to"], query["after"]);
}
