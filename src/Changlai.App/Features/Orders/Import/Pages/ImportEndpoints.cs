using System.Globalization;
using Changlai.App.Features.Orders.Import.Runs;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Import.Pages;

/// <summary>Importing orders in the browser: upload, look, confirm, watch, read the report.</summary>
internal static class ImportEndpoints
{
    private const int PageSize = 25;

    /// <summary>A small file is done before the next page could ask; only longer work is watched.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").RequireAuthorization(Permissions.Manage);
        imports.MapGet("", List);
        imports.MapGet("/new", New);
        imports.MapPost("", ReceiveAsync).WithMetadata(new RequestSizeLimitAttribute(ImportFiles.LargestFile + (2L << 20)));
        imports.MapGet("/{id:long}", Show);
        imports.MapGet("/{id:long}/progress", Progress);
        imports.MapGet("/{id:long}/rejects.csv", Rejects);
        imports.MapPost("/{id:long}/settings", SettleAsync);
        imports.MapPost("/{id:long}/confirmation", ConfirmAsync);
        imports.MapPost("/{id:long}/withdrawal", Withdraw);
    }

    private static IResult List(HttpContext http, Database database, StoreDirectory stores, long? before)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var runs = ImportRuns.List(session, viewer, before, PageSize + 1);
        return UiSetup.Page<ImportListPage>(new
        {
            Runs = (IReadOnlyList<ImportListRow>)runs.Take(PageSize).ToList(),
            Zone = stores.ZoneOf(viewer.StoreId),
            Next = runs.Count > PageSize ? runs[PageSize - 1].Id : (long?)null,
            IsFirst = before is null,
        });
    }

    private static IResult New(HttpContext http, StoreDirectory stores, UiContext ui)
    {
        var (mine, _) = StoresOf(Viewer.Of(http.User), stores);
        return NewPage(ImportForm.Fresh(mine, ImportTexts.FirstStore, ui.Language), mine, Viewer.Of(http.User), null);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, Database database, ImportFiles files, ImportQueue queue, StoreDirectory stores,
        IAntiforgery antiforgery, UiContext ui, TimeProvider time)
    {
        var viewer = Viewer.Of(http.User);
        var (mine, ownOnly) = StoresOf(viewer, stores);
        using var upload = await Upload.ReceiveAsync(http, files, antiforgery);
        if (upload is null) return Results.StatusCode(StatusCodes.Status400BadRequest);
        var (settings, form) = ImportForm.Of(field => upload[field]).Check(mine, ownOnly);
        if (upload.Problem is { } problem || settings is null) return NewPage(form, mine, viewer, upload.Problem);

        using var session = database.OpenSession();
        session.Begin();
        if (!IsFirstTime(session, upload["idempotencyKey"], time.GetUtcNow()))
        {
            Notice.Leave(http, ui[ImportTexts.AlreadyUploaded], Tone.Info);
            return Results.LocalRedirect("/imports");
        }

        var id = ImportRuns.Add(session, upload.FileName, viewer.StaffId, time.GetUtcNow(),
            run => new ImportDetails { Settings = settings, Node = files.Node, FileBytes = upload.Bytes });
        upload.GiveTo(id, files);
        session.Commit();
        return await WorkAsync(http, queue, id, time);
    }

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, ImportFiles files, ImportQueue queue, long id)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (ImportRuns.Find(session, id, viewer) is not { } run) return Results.NotFound();
        var (mine, ownOnly) = StoresOf(viewer, stores);
        return ShowPage(run, ImportForm.Of(run.Details.Settings, mine), mine, ownOnly, stores.ZoneOf(viewer.StoreId), files, queue);
    }

    /// <summary>The fragment that a page of a run at work asks for each second; when the work is over the whole page is loaded anew.</summary>
    private static IResult Progress(HttpContext http, Database database, ImportQueue queue, long id)
    {
        using var session = database.OpenSession();
        if (ImportRuns.Find(session, id, Viewer.Of(http.User)) is not { } run) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        if (run.State.IsAtWork()) return UiSetup.Page<ImportProgress>(new { Run = run, Work = queue.WorkOf(id) });
        http.Response.Headers["HX-Refresh"] = "true";
        return Results.Ok();
    }

    private static IResult Rejects(HttpContext http, Database database, ImportFiles files, long id)
    {
        using var session = database.OpenSession();
        if (ImportRuns.Find(session, id, Viewer.Of(http.User)) is not { } run || !File.Exists(files.RejectsOf(id)) || run.State == ImportState.Checking) return Results.NotFound();
        var name = run.FileName.Split('.')[0];
        return Results.File(files.RejectsOf(id), "text/csv; charset=utf-8", $"{(name.Length > 0 ? name : id.ToString(CultureInfo.InvariantCulture))}-rejects.csv");
    }

    private static async Task<IResult> SettleAsync(HttpContext http, Database database, StoreDirectory stores, ImportFiles files, ImportQueue queue, TimeProvider time,
        long id, [FromForm] IFormCollection fields)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (ImportRuns.Find(session, id, viewer) is not { } run) return Results.NotFound();
        var (mine, ownOnly) = StoresOf(viewer, stores);
        var (settings, form) = ImportForm.Of(field => fields[field].ToString().Trim()).Check(mine, ownOnly);
        if (settings is null)
            return ShowPage(run, form, mine, ownOnly, stores.ZoneOf(viewer.StoreId), files, queue, StatusCodes.Status422UnprocessableEntity);

        settings = settings with
        {
            Map = OrderFields.All.Where(field => fields.ContainsKey("map-" + field.Code()))
                .ToDictionary(OrderFields.Code, field => fields["map-" + field.Code()].ToString(), StringComparer.Ordinal),
            DateOrder = Enum.TryParse<DateOrder>(fields["dateOrder"].ToString(), out var order) && Enum.IsDefined(order) ? order : null,
        };
        ImportState[] open = [ImportState.Ready, ImportState.Unusable, ImportState.Failed, ImportState.Interrupted];
        return ImportRuns.Move(session, id, open, ImportState.Checking, run.Details with { Settings = settings, Checks = run.Details.Checks + 1 })
            ? await WorkAsync(http, queue, id, time)
            : Results.LocalRedirect($"/imports/{id}");
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, Database database, ImportQueue queue, TimeProvider time, long id, [FromForm] int? check)
    {
        using var session = database.OpenSession();
        if (ImportRuns.Find(session, id, Viewer.Of(http.User)) is not { } run) return Results.NotFound();
        // What is confirmed is what was seen: another tab may have had the file read otherwise since.
        return check == run.Details.Checks && run.Details.Preview is { Lines: > 0 } && ImportRuns.Move(session, id, [ImportState.Ready, ImportState.Failed, ImportState.Interrupted], ImportState.Queued)
            ? await WorkAsync(http, queue, id, time)
            : Results.LocalRedirect($"/imports/{id}");
    }

    private static IResult Withdraw(HttpContext http, Database database, ImportFiles files, UiContext ui, TimeProvider time, long id, [FromForm] int? check)
    {
        using var session = database.OpenSession();
        if (ImportRuns.Find(session, id, Viewer.Of(http.User)) is not { } run) return Results.NotFound();
        ImportState[] open = [ImportState.Ready, ImportState.Unusable, ImportState.Failed, ImportState.Interrupted];
        if (check != run.Details.Checks || !ImportRuns.Move(session, id, open, ImportState.Withdrawn, run.Details with { Preview = null }, time.GetUtcNow()))
            return Results.LocalRedirect($"/imports/{id}");
        files.DeleteAll(id);
        Notice.Leave(http, ui[ImportTexts.WithdrawnNotice], Tone.Plain);
        return Results.LocalRedirect("/imports");
    }

    private static async Task<IResult> WorkAsync(HttpContext http, ImportQueue queue, long id, TimeProvider time)
    {
        await Task.WhenAny(queue.Add(id), Task.Delay(Patience, time, http.RequestAborted));
        return Results.LocalRedirect($"/imports/{id}");
    }

    /// <summary>The stores somebody may import for, and whether for those only.</summary>
    private static (IReadOnlyCollection<StoreEntry> Stores, bool OwnOnly) StoresOf(Viewer viewer, StoreDirectory stores)
    {
        var all = stores.Stores().Values;
        return viewer.StoreScope is { } own ? ([.. all.Where(store => store.Id == own)], true) : ([.. all], false);
    }

    private static bool IsFirstTime(DatabaseSession session, string key, DateTimeOffset now) => key.Length is 0 or > 64 || session.Execute(
        "INSERT INTO idempotency_key (key, created_at) VALUES (@key, @at) ON CONFLICT (key) DO NOTHING", ("key", "import:" + key), ("at", now)) > 0;

    private static IResult NewPage(ImportForm form, IReadOnlyCollection<StoreEntry> stores, Viewer viewer, Core.Values.Text? problem) => UiSetup.Page<ImportNewPage>(
        new { Form = form, Stores = stores, OwnOnly = viewer.StoreScope is not null, Problem = problem },
        problem is null && form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static IResult ShowPage(ImportRun run, ImportForm form, IReadOnlyCollection<StoreEntry> stores, bool ownOnly, TimeZoneInfo zone, ImportFiles files, ImportQueue queue,
        int status = StatusCodes.Status200OK) => UiSetup.Page<ImportPage>(new
        {
            Run = run,
            Form = form,
            Stores = stores,
            OwnOnly = ownOnly,
            Zone = zone,
            Work = queue.WorkOf(run.Id),
            HasRejects = File.Exists(files.RejectsOf(run.Id)),
        }, status);
}
