using System.Data.Common;
using System.Globalization;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>The segments, and the builder. What only looks at a draft changes nothing and is answered at once.</summary>
internal static class SegmentEndpoints
{
    /// <summary>Tells the form that its fields are other ones now. The form itself asks for the count: it is there whatever is swapped next.</summary>
    public const string Drawn = "segment-drawn";
    private const int PageSize = 25;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var segments = routes.MapGroup("/segments");
        segments.MapGet("", List).For(Access.ReadCustomers);
        segments.MapGet("/new", New).For(Access.ChangeCustomers);
        segments.MapGet("/{id:long}", Show).For(Access.ReadCustomers);
        segments.MapGet("/{id:long}/count", Count).For(Access.ReadCustomers);
        segments.MapPost("/draft", Draft).For(Access.ChangeCustomers).AuditsNothing();
        segments.MapPost("/preview", Preview).For(Access.ChangeCustomers).AuditsNothing();
        segments.MapPost("/options", Options).For(Access.ChangeCustomers).AuditsNothing();
        segments.MapPost("/fields", Fields).For(Access.ChangeCustomers).AuditsNothing();
        SegmentSaving.Map(segments);
        SegmentExport.Map(segments);
    }

    private static IResult List(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, SegmentCounts counts, UiContext ui, long? after)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var found = SegmentStore.List(session, viewer, after, PageSize + 1);
        var shown = found.Take(PageSize).ToList();
        var sentences = desk.Fields.SentencesOf(session, [.. shown.Select(segment => segment.Rule ?? SegmentGroup.Everybody)]);
        return UiSetup.Page<SegmentsPage>(new
        {
            Rows = (IReadOnlyList<SegmentLine>)[.. shown.Select((segment, index) => desk.ProblemOf(segment) is { } problem
                ? new SegmentLine(segment, "", null, ui[problem])
                : new SegmentLine(segment, ui[sentences[index]], counts.Known(segment.Id, segment.Version, viewer.Scope), null))],
            Next = found.Count > PageSize ? found[PageSize - 1].Id : (long?)null,
            IsFirst = after is null,
            desk.MayBuild,
        });
    }

    private static IResult New(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, long? copy)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var from = copy is { } id ? SegmentStore.Find(session, viewer, id) : null;
        var draft = from is { Rule: { } rule }
            ? new SegmentDraft(null, 0, SegmentTexts.CopyName.In(ui.Language, from.Name), IsShared: false, SegmentInput.Typed(rule, desk.Fields.ByCode))
            : new SegmentDraft(null, 0, "", IsShared: false, new SegmentGroup(GroupMatch.All, [SegmentCondition.Blank]));
        return Page(desk, viewer, draft, null, ui);
    }

    private static IResult Show(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (SegmentStore.Find(session, viewer, id) is not { } stored) return Results.NotFound();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var rule = SegmentInput.Typed(stored.Rule ?? SegmentGroup.Everybody, desk.Fields.ByCode);
        var notice = desk.ProblemOf(stored) is { } problem ? SegmentTexts.Cannot.In(ui.Language, ui[problem]) : null;
        return Page(desk, viewer, new SegmentDraft(id, stored.Version, stored.Name, stored.IsShared, rule), stored, ui,
            stored.Rule is null ? [] : SegmentCheck.Problems(stored.Rule, desk.Fields.ByCode), notice);
    }

    private static IResult Count(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, SegmentCounts counts, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (SegmentStore.Find(session, viewer, id) is not { Rule: { } rule } stored) return Results.NotFound();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        if (desk.ProblemOf(stored) is not null) return Results.NotFound();
        var count = counts.Known(id, stored.Version, viewer.Scope) ?? desk.Customers().Count(rule);
        counts.Keep(id, stored.Version, viewer.Scope, count);
        http.Response.Headers.CacheControl = "no-store";
        return UiSetup.Page<SegmentCount>(new { Count = count });
    }

    private static IResult Draft(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, UiContext ui, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var draft = SegmentForm.Read(form, long.TryParse(form["segment"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);
        var act = form["act"].ToString();
        draft = draft with { Rule = SegmentInput.Fitting(SegmentForm.Acted(draft.Rule, act), desk.Fields.ByCode) };
        var found = Found(desk, draft.Rule, act, form);
        var sought = SegmentForm.Sought(form);
        if (ui.IsFragment)
        {
            http.Response.Headers["HX-Trigger-After-Swap"] = Drawn;
            return UiSetup.Page<SegmentBuilder>(new { draft.Rule, Building = desk.Building(draft.Rule, found: found, sought: sought) });
        }
        var stored = draft.Id is { } known ? SegmentStore.Find(session, viewer, known) : null;
        if (draft.Id is not null && (stored is null || !desk.MayChange(stored))) return Results.NotFound();
        return Page(desk, viewer, draft, stored, ui, found: found, sought: sought);
    }

    private static IResult Preview(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        // Whoever types on has the next count under way already; this one need not be finished.
        using var end = session.EndOn(http.RequestAborted);
        try
        {
            var desk = new SegmentDesk(session, contributions, stores, viewer);
            return UiSetup.Page<SegmentResult>(new { Answer = desk.Answer(SegmentForm.Read(form, null).Rule), Whose = SegmentTexts.Whose(viewer.Scope) });
        }
        catch (Exception ended) when (ended is DbException or OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            return Results.Empty;
        }
    }

    private static IResult Options(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, string? at, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        if (SegmentPaths.Parse(at) is null) return Results.NotFound();
        using var session = database.OpenSession();
        var desk = new SegmentDesk(session, contributions, stores, viewer);
        var condition = new SegmentCondition(form["field." + at].ToString(), "", [.. form["value." + at].OfType<string>()]);
        return UiSetup.Page<SegmentOptions>(new { Path = at, desk.Find(condition, form["find." + at].ToString()).Options });
    }

    private static IResult Fields(HttpContext http, Database database, SegmentFields contributions, StoreDirectory stores, string? at, [FromForm] IFormCollection form)
    {
        var viewer = Viewer.Of(http.User);
        if (SegmentPaths.Parse(at) is null) return Results.NotFound();
        if (SegmentForm.Sought(form).GetValueOrDefault(at!, "") is not { Length: > 0 } typed) return Results.Content("", "text/html");
        using var session = database.OpenSession();
        return UiSetup.Page<SegmentFieldButtons>(new { Path = at, Fields = new SegmentDesk(session, contributions, stores, viewer).Building(SegmentGroup.Everybody).FieldsLike(typed) });
    }

    /// <summary>For those without script the button beside a search finds.</summary>
    private static Dictionary<string, SegmentFound> Found(SegmentDesk desk, SegmentGroup rule, string act, IFormCollection form)
    {
        var found = new Dictionary<string, SegmentFound>(StringComparer.Ordinal);
        if (act.Split(':') is not ["find", var path] || SegmentPaths.Parse(path) is not { } steps) return found;
        SegmentRule? at = rule;
        foreach (var step in steps) at = (at as SegmentGroup)?.Rules.ElementAtOrDefault(step);
        if (at is SegmentCondition condition) found[path] = desk.Find(condition, form["find." + path].ToString());
        return found;
    }

    public static IResult Page(
        SegmentDesk desk, Viewer viewer, SegmentDraft draft, StoredSegment? stored, UiContext ui, IReadOnlyList<SegmentProblem>? problems = null, string? notice = null,
        string? nameProblem = null, string? sharedProblem = null, IReadOnlyDictionary<string, SegmentFound>? found = null, IReadOnlyDictionary<string, string>? sought = null,
        int status = StatusCodes.Status200OK, Conflict? conflict = null) => UiSetup.Page<SegmentPage>(new
        {
            Draft = draft,
            Building = desk.Building(draft.Rule, problems, found, sought),
            Answer = desk.Answer(draft.Rule),
            Stored = stored,
            MayChange = stored is null ? desk.MayBuild : desk.MayChange(stored),
            desk.MayBuild,
            desk.MayShare,
            Whose = SegmentTexts.Whose(viewer.Scope),
            Notice = notice,
            NameProblem = nameProblem,
            SharedProblem = sharedProblem,
            Conflict = conflict,
        }, status);
}
