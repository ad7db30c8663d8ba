using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Handover;

/// <summary>Giving customers to others: the rule, what it would do, doing it, taking it back.</summary>
internal static class HandoverEndpoints
{
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

    private static IResult Show(HttpContext http, HandoverWork work, StoreDirectory stores)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        // Who comes back from the preview to change the rule finds it as it was.
        var rule = http.Request.Query.Count == 0 ? null : work.Rule(session, viewer, name => http.Request.Query[name]);
        return Form(session, work, viewer, stores, rule is null ? null : rule with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) }, StatusCodes.Status200OK);
    }

    private static IResult Preview(HttpContext http, HandoverWork work, StoreDirectory stores)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var rule = work.Rule(session, viewer, name => http.Request.Query[name]);
        return rule.Errors.Count > 0
            ? Form(session, work, viewer, stores, rule, StatusCodes.Status422UnprocessableEntity)
            : UiSetup.Page<HandoverPreviewPage>(new { Rule = rule, Preview = work.Preview(session, viewer, rule) });
    }

    private static IResult HandOver(HttpContext http, HandoverWork work, StoreDirectory stores, UiContext ui, [FromForm] IFormCollection typed)
    {
        var viewer = Viewer.Of(http.User);
        using var session = work.Database.OpenSession();
        var rule = work.Rule(session, viewer, name => typed[name]);
        if (rule.Errors.Count > 0) return Form(session, work, viewer, stores, rule, StatusCodes.Status422UnprocessableEntity);
        var taken = work.HandOver(session, viewer, rule, ByHand(typed), long.TryParse(typed["customers"].ToString(), out var seen) ? seen : null, typed["idempotencyKey"].ToString());
        if (taken.Again) Notice.Leave(http, ui[HandoverTexts.AlreadyDone], Tone.Info);
        else if (taken.Id is null) return UiSetup.Page<HandoverPreviewPage>(new { Rule = rule, taken.Preview, Problem = ui[HandoverTexts.ChangedNow] }, StatusCodes.Status409Conflict);
        else Notice.Leave(http, HandoverTexts.Done.In(ui.Language, Formats.Number(taken.Preview!.Customers), Formats.Number(taken.Along)));
        return Results.LocalRedirect("/handover");
    }

    private static IResult Undo(HttpContext http, HandoverWork work, UiContext ui, long id)
    {
        using var session = work.Database.OpenSession();
        var (handover, undone) = work.Undo(session, Viewer.Of(http.User), id);
        if (handover is null) return Results.NotFound();
        if (undone is not { } back) Notice.Leave(http, ui[handover.UndoneAt is null ? HandoverTexts.TooLate : HandoverTexts.UndoneBefore], Tone.Risk);
        else Notice.Leave(http, back == handover.Customers ? HandoverTexts.IsUndone.In(ui.Language, Formats.Number(back)) : HandoverTexts.UndoneExcept.In(ui.Language, Formats.Number(back), Formats.Number(handover.Customers - back)));
        return Results.LocalRedirect("/handover");
    }

    private static IResult Form(DatabaseSession session, HandoverWork work, Viewer viewer, StoreDirectory stores, HandoverRule? rule, int status)
    {
        var regions = new List<string>();
        using (var rows = session.Read($"SELECT path FROM region WHERE length(path) - length(replace(path, '/', '')) <= 2 ORDER BY path LIMIT {MostRegions}"))
            while (rows.Next()) regions.Add(rows.Text(0));
        return UiSetup.Page<HandoverPage>(new
        {
            Rule = rule ?? new HandoverRule(null, false, null, null, null, []),
            People = (IReadOnlyList<HandoverPerson>)new HandoverDesk(session, viewer, []).People(),
            Stores = stores.Of(viewer) is { Count: > 1 } several ? several.ToList() : [],
            Regions = (IReadOnlyList<string>)regions,
            Lately = (IReadOnlyList<HandoverEntry>)[.. StoredHandover.Latest(session, viewer, Lately).Select(one => new HandoverEntry(one, work.MayUndo(session, one)))],
            Zone = stores.ZoneOf(viewer.StoreId),
        }, status);
    }

    private static Dictionary<long, long> ByHand(IFormCollection typed) => typed
        .Where(field => field.Key.StartsWith(ByHandPrefix, StringComparison.Ordinal))
        .Select(field => (Customer: long.TryParse(field.Key[ByHandPrefix.Length..], out var customer) ? customer : 0, To: long.TryParse(field.Value.ToString(), out var to) ? to : 0))
        .DistinctBy(one => one.Customer).ToDictionary(one => one.Customer, one => one.To);
}

/// <param name="MayUndo">It was done within the last day.</param>
public sealed record HandoverEntry(StoredHandover Handover, bool MayUndo);
