using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>Importing in the browser: upload, look, confirm, watch, read the report.</summary>
internal static class ImportEndpoints
{
    private const int PageSize = 25;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").For(Access.ManageStore);
        imports.MapGet("", List);
        imports.MapGet("/new", New);
        imports.MapPost("", ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(ImportFiles.LargestFile + (2L << 20))).Audits(ImportAudit.Received);
        imports.MapGet("/{id:long}", Show);
        imports.MapGet("/{id:long}/progress", Progress);
        imports.MapGet("/{id:long}/rejects.csv", Rejects).Audits(ImportAudit.RejectsTaken, "import", "id");
        imports.MapPost("/{id:long}/settings", SettleAsync).AuditsNothing();
        imports.MapPost("/{id:long}/confirmation", ConfirmAsync).Audits(ImportAudit.TakenIn, "import", "id");
        imports.MapPost("/{id:long}/withdrawal", Withdraw).Audits(ImportAudit.Withdrawn, "import", "id");
        imports.MapPost("/{id:long}/undo", UndoAsync).Audits(ImportAudit.Undone, "import", "id");
    }

    private static IResult List(HttpContext http, Database database, StoreDirectory stores, ImportTargets targets, long? before)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var runs = ImportRuns.List(session, viewer, targets.CodesFor(viewer), before, PageSize + 1);
        return UiSetup.Page<ImportListPage>(new
        {
            Runs = (IReadOnlyList<ImportListRow>)runs.Take(PageSize).ToList(),
            Kinds = (IReadOnlyList<ImportKind>)[.. targets.For(viewer).Select(target => target.Kind)],
            Zone = stores.ZoneOf(viewer.StoreId),
            Next = runs.Count > PageSize ? runs[PageSize - 1].Id : (long?)null,
            IsFirst = before is null,
        });
    }

    private static IResult New(HttpContext http, ImportTargets targets, StoreDirectory stores, UiContext ui, string? kind)
    {
        var viewer = Viewer.Of(http.User);
        if (Chosen(targets, viewer, kind) is not { } target) return Results.NotFound();
        var (mine, _) = StoresOf(viewer, stores);
        return NewPage(target, targets, ImportForm.Fresh(mine, ImportTexts.FirstStore, ui.Language), mine, viewer, null);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, ImportSteps steps, ImportTargets targets, StoreDirectory stores, IAntiforgery antiforgery, UiContext ui)
    {
        var viewer = Viewer.Of(http.User);
        using var upload = await Upload.ReceiveAsync(http, steps.Files, antiforgery);
        if (upload is null) return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (steps.Chosen(viewer, upload["kind"]) is not { } target) return Results.NotFound();
        var (settings, form) = steps.Check(viewer, ui.Language, target, field => upload[field]);
        if (upload.Problem is not null || settings is null) return NewPage(target, targets, form, stores.Of(viewer), viewer, upload.Problem);

        using var session = steps.Database.OpenSession();
        var (id, again) = steps.Receive(session, viewer, target, upload, settings, upload["idempotencyKey"]);
        if (again)
        {
            Notice.Leave(http, ui[ImportTexts.AlreadyUploaded], Tone.Info);
            return Results.LocalRedirect("/imports");
        }
        return await WorkAsync(http, steps, id!.Value);
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, ImportFiles files, ImportQueue queue, ImportTargets targets, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (Find(session, id, viewer, targets) is not var (run, target)) return Results.NotFound();
        var (mine, ownOnly) = StoresOf(viewer, stores);
        return ShowPage(session, run, target, ImportForm.Of(run.Details.Settings, mine), mine, ownOnly, stores.ZoneOf(viewer.StoreId), files, queue);
    }

    /// <summary>The fragment that a page of a run at work asks for each second; when the work is over the whole page is loaded anew.</summary>
    private static IResult Progress(HttpContext http, Database database, ImportQueue queue, ImportTargets targets, long id)
    {
        using var session = database.OpenSession();
        if (Find(session, id, Viewer.Of(http.User), targets) is not var (run, target)) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        if (run.State.IsAtWork()) return UiSetup.Page<ImportProgress>(new { Run = run, target.Kind, Work = queue.WorkOf(id) });
        http.Response.Headers["HX-Refresh"] = "true";
        return Results.Ok();
    }

    private static IResult Rejects(HttpContext http, Database database, ImportFiles files, ImportTargets targets, long id)
    {
        using var session = database.OpenSession();
        if (Find(session, id, Viewer.Of(http.User), targets) is not var (run, _) || !File.Exists(files.RejectsOf(id)) || run.State == ImportState.Checking) return Results.NotFound();
        AuditPen.Current?.WriteNow(database);
        var name = run.FileName.Split('.')[0];
        return Results.File(files.RejectsOf(id), "text/csv; charset=utf-8", $"{(name.Length > 0 ? name : id.ToString(CultureInfo.InvariantCulture))}-rejects.csv");
    }

    private static async Task<IResult> SettleAsync(HttpContext http, ImportSteps steps, StoreDirectory stores, ImportQueue queue, UiContext ui, long id, [FromForm] IFormCollection fields)
    {
        var viewer = Viewer.Of(http.User);
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, viewer) is not var (run, target)) return Results.NotFound();
        var (mine, ownOnly) = StoresOf(viewer, stores);
        var (settings, form) = steps.Check(viewer, ui.Language, target, field => fields[field].ToString().Trim());
        if (settings is null)
            return ShowPage(session, run, target, form, mine, ownOnly, stores.ZoneOf(viewer.StoreId), steps.Files, queue, StatusCodes.Status422UnprocessableEntity);

        settings = settings with
        {
            Map = target.Fields(session).Where(field => fields.ContainsKey("map-" + field.Code))
                .ToDictionary(field => field.Code, field => fields["map-" + field.Code].ToString(), StringComparer.Ordinal),
            DateOrder = Enum.TryParse<DateOrder>(fields["dateOrder"].ToString(), out var order) && Enum.IsDefined(order) ? order : null,
        };
        return steps.Settle(session, run, settings) ? await WorkAsync(http, steps, id) : Results.LocalRedirect($"/imports/{id}");
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, ImportSteps steps, long id, [FromForm] int? check)
    {
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, Viewer.Of(http.User)) is not var (run, _)) return Results.NotFound();
        return steps.Confirm(session, run, check) ? await WorkAsync(http, steps, id) : Results.LocalRedirect($"/imports/{id}");
    }

    private static async Task<IResult> UndoAsync(HttpContext http, ImportSteps steps, long id, [FromForm] int? check)
    {
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, Viewer.Of(http.User)) is not var (run, _)) return Results.NotFound();
        return ImportSteps.Undo(session, run, check) ? await WorkAsync(http, steps, id) : Results.LocalRedirect($"/imports/{id}");
    }

    private static IResult Withdraw(HttpContext http, ImportSteps steps, UiContext ui, long id, [FromForm] int? check)
    {
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, Viewer.Of(http.User)) is not var (run, _)) return Results.NotFound();
        if (!steps.Withdraw(session, run, check)) return Results.LocalRedirect($"/imports/{id}");
        Notice.Leave(http, ui[ImportTexts.WithdrawnNotice], Tone.Plain);
        return Results.LocalRedirect("/imports");
    }

    /// <summary>The kind asked for, or the first that somebody may import.</summary>
    private static IImportTarget? Chosen(ImportTargets targets, Viewer viewer, string? kind) =>
        targets.For(viewer).FirstOrDefault(target => string.IsNullOrEmpty(kind) || target.Kind.Code == kind);

    /// <summary>A run that somebody may see, with what it imports.</summary>
    private static (ImportRun Run, IImportTarget Target)? Find(DatabaseSession session, long id, Viewer viewer, ImportTargets targets) =>
        ImportRuns.Find(session, id, viewer, targets.CodesFor(viewer)) is { } run ? (run, targets.Of(run.Kind)) : null;

    private static async Task<IResult> WorkAsync(HttpContext http, ImportSteps steps, long id)
    {
        await steps.WorkAsync(id, http.RequestAborted);
        return Results.LocalRedirect($"/imports/{id}");
    }

    /// <summary>The stores somebody may import for, and whether for those only.</summary>
    private static (IReadOnlyCollection<StoreEntry> Stores, bool OwnOnly) StoresOf(Viewer viewer, StoreDirectory stores)
    {
        return (stores.Of(viewer), viewer.Reach != Reach.All);
    }

    private static IResult NewPage(IImportTarget target, ImportTargets targets, ImportForm form, IReadOnlyCollection<StoreEntry> stores, Viewer viewer, Core.Values.Text? problem) =>
        UiSetup.Page<ImportNewPage>(new
        {
            target.Kind,
            Kinds = (IReadOnlyList<ImportKind>)[.. targets.For(viewer).Select(other => other.Kind)],
            Form = form,
            Stores = stores,
            OwnOnly = viewer.Reach != Reach.All,
            Problem = problem,
        }, problem is null && form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult ShowPage(DatabaseSession session, ImportRun run, IImportTarget target, ImportForm form, IReadOnlyCollection<StoreEntry> stores, bool ownOnly,
        TimeZoneInfo zone, ImportFiles files, ImportQueue queue, int status = StatusCodes.Status200OK) => UiSetup.Page<ImportPage>(new
        {
            Run = run,
            target.Kind,
            Fields = target.Fields(session),
            Reasons = (Func<string, Core.Values.Text>)target.NameOf,
            Form = form,
            Stores = stores,
            OwnOnly = ownOnly,
            Zone = zone,
            Work = queue.WorkOf(run.Id),
            HasRejects = File.Exists(files.RejectsOf(run.Id)),
        }, status);
}
