using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>Giving customers to others: the rule, what it would do, doing it, taking it back.</summary>
internal static class HandoverEndpoints
{
    private const string FormName = "handover";
    private const string ByHandPrefix = "to-";
    private const int Lately = 20;
    private const int MostRegions = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/handover").For(Access.ManageStore);
        group.MapGet("", Show);
        group.MapGet("/preview", Preview);
        group.MapPost("", HandOver).Audits(CustomerAudit.HandedOver);
        group.MapPost("/{id:long}/undo", Undo).ChecksToken().Audits(CustomerAudit.HandoverUndone, "handover", "id");
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, TimeProvider time)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        // Who comes back from the preview to change the rule finds it as it was.
        var rule = http.Request.Query.Count == 0 ? null : Rule(name => http.Request.Query[name], viewer, stores, new HandoverDesk(session, viewer, []).People());
        return Form(session, viewer, stores, time, rule is null ? null : rule with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) }, StatusCodes.Status200OK);
    }

    private static IResult Preview(HttpContext http, Database database, StoreDirectory stores, IEnumerable<IHandoverPart> parts, TimeProvider time)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var desk = new HandoverDesk(session, viewer, [.. parts]);
        var people = desk.People();
        var rule = Rule(name => http.Request.Query[name], viewer, stores, people);
        if (rule.Errors.Count > 0) return Form(session, viewer, stores, time, rule, StatusCodes.Status422UnprocessableEntity);
        session.Begin();
        var preview = desk.Fill(rule, people, new Dictionary<long, long>());
        session.Rollback();
        return UiSetup.Page<HandoverPreviewPage>(new { Rule = rule, Preview = preview });
    }

    private static IResult HandOver(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, SweepSignal signal, IEnumerable<IHandoverPart> parts, IEnumerable<ICustomersChanged> listeners, TimeProvider time,
        [FromForm] IFormCollection typed)
    {
        var (viewer, all) = (Viewer.Of(http.User), parts.ToList());
        using var session = database.OpenSession();
        var desk = new HandoverDesk(session, viewer, all);
        var people = desk.People();
        var rule = Rule(name => typed[name], viewer, stores, people);
        if (rule.Errors.Count > 0) return Form(session, viewer, stores, time, rule, StatusCodes.Status422UnprocessableEntity);

        session.Begin();
        HandoverWriter.TakeLocks(session, all);
        if (FormKeys.Take(session, FormName, typed["idempotencyKey"].ToString(), time.GetUtcNow()) is not null)
        {
            session.Rollback();
            Notice.Leave(http, ui[HandoverTexts.AlreadyDone], Tone.Info);
            return Results.LocalRedirect("/handover");
        }
        var preview = desk.Fill(rule, people, ByHand(typed));
        if (preview.Customers == 0 || typed["customers"] != preview.Customers.ToString())
        {
            session.Rollback();
            return UiSetup.Page<HandoverPreviewPage>(new { Rule = rule, Preview = preview, Problem = ui[HandoverTexts.ChangedNow] }, StatusCodes.Status409Conflict);
        }
        var (_, along) = new HandoverWriter(session, all, listeners, time).HandOver(rule, viewer);
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, HandoverTexts.Done.In(ui.Language, Formats.Number(preview.Customers), Formats.Number(along)));
        return Results.LocalRedirect("/handover");
    }

    private static IResult Undo(
        HttpContext http, Database database, UiContext ui, SweepSignal signal, IEnumerable<IHandoverPart> parts, IEnumerable<ICustomersChanged> listeners, TimeProvider time, long id)
    {
        var (viewer, all) = (Viewer.Of(http.User), parts.ToList());
        using var session = database.OpenSession();
        session.Begin();
        HandoverWriter.TakeLocks(session, all);
        if (StoredHandover.Find(session, viewer, id, forUpdate: true) is not { } handover) return Results.NotFound();
        var writer = new HandoverWriter(session, all, listeners, time);
        if (!writer.MayUndo(handover))
        {
            session.Rollback();
            Notice.Leave(http, ui[handover.UndoneAt is null ? HandoverTexts.TooLate : HandoverTexts.UndoneBefore], Tone.Risk);
            return Results.LocalRedirect("/handover");
        }
        var back = writer.Undo(handover, viewer.StaffId);
        session.Commit();
        signal.RunSoon();
        Notice.Leave(http, back == handover.Customers ? HandoverTexts.IsUndone.In(ui.Language, Formats.Number(back)) : HandoverTexts.UndoneExcept.In(ui.Language, Formats.Number(back), Formats.Number(handover.Customers - back)));
        return Results.LocalRedirect("/handover");
    }

    private static IResult Form(DatabaseSession session, Viewer viewer, StoreDirectory stores, TimeProvider time, HandoverRule? rule, int status)
    {
        var regions = new List<string>();
        using (var rows = session.Read($"SELECT path FROM region WHERE length(path) - length(replace(path, '/', '')) <= 2 ORDER BY path LIMIT {MostRegions}"))
            while (rows.Next()) regions.Add(rows.Text(0));
        var writer = new HandoverWriter(session, [], [], time);
        return UiSetup.Page<HandoverPage>(new
        {
            Rule = rule ?? new HandoverRule(null, false, null, null, null, []),
            People = (IReadOnlyList<HandoverPerson>)new HandoverDesk(session, viewer, []).People(),
            Stores = stores.Of(viewer) is { Count: > 1 } several ? several.ToList() : [],
            Regions = (IReadOnlyList<string>)regions,
            Lately = (IReadOnlyList<HandoverEntry>)[.. StoredHandover.Latest(session, viewer, Lately).Select(one => new HandoverEntry(one, writer.MayUndo(one)))],
            Zone = stores.ZoneOf(viewer.StoreId),
        }, status);
    }

    private static HandoverRule Rule(Func<string, StringValues> field, Viewer viewer, StoreDirectory stores, List<HandoverPerson> people) =>
        HandoverRule.Read(field, people.ToDictionary(person => person.Id, person => person.Active), [.. stores.Of(viewer).Select(store => store.Id)]);

    private static Dictionary<long, long> ByHand(IFormCollection typed) => typed
        .Where(field => field.Key.StartsWith(ByHandPrefix, StringComparison.Ordinal))
        .Select(field => (Customer: long.TryParse(field.Key[ByHandPrefix.Length..], out var customer) ? customer : 0, To: long.TryParse(field.Value.ToString(), out var to) ? to : 0))
        .DistinctBy(one => one.Customer).ToDictionary(one => one.Customer, one => one.To);
}

/// <param name="MayUndo">It was done within the last day.</param>
public sealed record HandoverEntry(StoredHandover Handover, bool MayUndo);
