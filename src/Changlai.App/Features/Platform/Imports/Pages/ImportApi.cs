using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Ui;
using Changlai.Core.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>Importing by other programs: send a file, look what it would do, confirm, read what was not taken, undo.</summary>
internal static class ImportApi
{
    private const int MostEntries = 200;
    private const int UsualEntries = 50;
    private static readonly Text NoFile = new("请用 multipart/form-data 发送文件。", "Send the file as multipart/form-data.");
    private static readonly Text NoKind = new("没有这一类，或您不能导入它。", "There is no such kind, or you may not import it.");
    private static readonly Text NotNow = new("现在不能这样做：它的状态变了，或被重新读过。请先看一看。", "This cannot be done now: its state is another one, or it was read anew. Look at it first.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/api/imports").For(Access.ManageStore);
        imports.MapGet("", List).NeedsScope(ApiScope.ImportsRead)
            .Says("导入记录", "List imports, the newest first", typeof(ImportListing));
        imports.MapPost("", ReceiveAsync).NeedsScope(ApiScope.ImportsWrite).WithMetadata(new RequestSizeLimitAttribute(ImportFiles.LargestFile + (2L << 20))).Audits(ImportAudit.Received)
            .Says("上传文件（multipart/form-data：kind、store、file）", "Send a file (multipart/form-data: kind, store, file)", typeof(ImportAnswer), null, 201);
        imports.MapGet("/{id:long}", Show).NeedsScope(ApiScope.ImportsRead)
            .Says("一次导入：状态、会怎样、做了什么", "One import: its state, what it would do, what was done", typeof(ImportAnswer));
        imports.MapGet("/{id:long}/rejects", Rejects).NeedsScope(ApiScope.ImportsRead)
            .Says("没有导入的行和原因", "Lines that are not taken, and why", typeof(RejectListing));
        imports.MapGet("/{id:long}/rejects.csv", RejectsFile).NeedsScope(ApiScope.ImportsRead).Audits(ImportAudit.RejectsTaken, "import", "id")
            .SaysFile("没有导入的所有行，改好后可以再导入", "All lines that are not taken, as a file to be mended and sent again", "text/csv");
        imports.MapGet("/{id:long}/columns", Columns).NeedsScope(ApiScope.ImportsRead)
            .Says("文件的列和字段的对应", "The columns of the file, and which field is read from which", typeof(ColumnListing));
        imports.MapPost("/{id:long}/settings", SettleAsync).NeedsScope(ApiScope.ImportsWrite).AuditsNothing()
            .Says("换一种读法再检查：列的对应、日期顺序、门店", "Have the file read otherwise: columns, order of dates, store", typeof(ImportAnswer), typeof(ImportSettingsBody));
        imports.MapPost("/{id:long}/confirmation", ConfirmAsync).NeedsScope(ApiScope.ImportsWrite).Audits(ImportAudit.TakenIn, "import", "id")
            .Says("确认导入", "Take the file in", typeof(ImportAnswer), typeof(ImportCheckBody));
        imports.MapPost("/{id:long}/withdrawal", WithdrawAsync).NeedsScope(ApiScope.ImportsWrite).Audits(ImportAudit.Withdrawn, "import", "id")
            .Says("放弃这个文件", "Give the file up", typeof(ImportAnswer), typeof(ImportCheckBody));
        imports.MapPost("/{id:long}/undo", UndoAsync).NeedsScope(ApiScope.ImportsWrite).Audits(ImportAudit.Undone, "import", "id")
            .Says("撤销整个导入", "Undo the whole import", typeof(ImportAnswer), typeof(ImportCheckBody));
    }

    private static IResult List(HttpContext http, ImportSteps steps, long? after, int? limit)
    {
        var count = Math.Clamp(limit ?? UsualEntries, 1, MostEntries);
        using var session = steps.Database.OpenSession();
        var runs = steps.List(session, Viewer.Of(http.User), after, count + 1);
        return Results.Ok(new ImportListing([.. runs.Take(count).Select(run => new ImportListing.Entry(run.Id, run.Kind, run.FileName, run.State.Code(), run.StaffName, run.StartedAt))],
            runs.Count > count ? runs[count - 1].Id : null));
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, ImportSteps steps, UiContext ui)
    {
        var viewer = Viewer.Of(http.User);
        using var upload = await Upload.ReceiveAsync(http, steps.Files, antiforgery: null);
        if (upload is null) return Results.Problem(ui[NoFile], statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (steps.Chosen(viewer, upload["kind"]) is not { } target) return Wrong(ui, "kind", NoKind);
        if (upload.Problem is { } problem) return Wrong(ui, "file", problem);
        var (settings, form) = steps.Check(viewer, ui.Language, target, field => upload[field]);
        if (settings is null) return JsonRequests.Invalid(ui, form.Errors);
        using var session = steps.Database.OpenSession();
        var (id, again) = steps.Receive(session, viewer, target, upload, settings, JsonRequests.KeyOf(http));
        if (id is not { } run) return JsonRequests.NotFound(ui);
        if (!again) await steps.WorkAsync(run, http.RequestAborted);
        http.Response.Headers.Location = $"/api/imports/{run}";
        return steps.Find(session, run, viewer) is var (found, _)
            ? Results.Json(ImportAnswer.Of(found, ui), statusCode: again ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            : JsonRequests.NotFound(ui);
    }

    private static IResult Show(HttpContext http, ImportSteps steps, UiContext ui, long id)
    {
        using var session = steps.Database.OpenSession();
        return steps.Find(session, id, Viewer.Of(http.User)) is var (run, _) ? Results.Ok(ImportAnswer.Of(run, ui)) : JsonRequests.NotFound(ui);
    }

    private static IResult Rejects(HttpContext http, ImportSteps steps, UiContext ui, long id)
    {
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, Viewer.Of(http.User)) is not var (run, target)) return JsonRequests.NotFound(ui);
        var counts = run.Details.Result ?? run.Details.Preview?.Counts;
        return Results.Ok(new RejectListing(
            counts?.RejectedLines ?? 0, (counts?.Rejected ?? new Dictionary<string, long>()).Select(reason => new RejectListing.Reason(reason.Key, ui[target.NameOf(reason.Key)], reason.Value)).ToList(),
            [.. (run.Details.Preview?.FirstRejected ?? []).Select(line => new RejectListing.Entry(line.Line, line.Reason, line.Heading, line.Value, ui[line.Message], ui[line.WhatWouldBeRight]))], null));
    }

    private static IResult RejectsFile(HttpContext http, ImportSteps steps, UiContext ui, long id)
    {
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, Viewer.Of(http.User)) is not var (run, _) || run.State == ImportState.Checking || !File.Exists(steps.Files.RejectsOf(id))) return JsonRequests.NotFound(ui);
        AuditPen.Current?.WriteNow(steps.Database);
        return Results.File(steps.Files.RejectsOf(id), "text/csv; charset=utf-8", $"import-{id}-rejects.csv");
    }

    private static IResult Columns(HttpContext http, ImportSteps steps, UiContext ui, long id)
    {
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, Viewer.Of(http.User)) is not var (run, target)) return JsonRequests.NotFound(ui);
        var settings = run.Details.Settings;
        return Results.Ok(new ColumnListing(
            [.. target.Fields(session).Select(field => new ColumnListing.Entry(field.Code, ui[field.Name], run.Details.Preview?.Fields.GetValueOrDefault(field.Code), settings.Map.ContainsKey(field.Code)))],
            null, run.Details.Preview?.Headings ?? [], run.Details.ColumnsRemembered, settings.DateOrder?.ToString(), settings.Store));
    }

    private static async Task<IResult> SettleAsync(HttpContext http, ImportSteps steps, StoreDirectory stores, UiContext ui, long id)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<ImportSettingsBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, viewer) is not var (run, target)) return JsonRequests.NotFound(ui);
        if (body.Check is null) return Wrong(ui, "check", NotNow);
        var (map, dateOrder, problems) = body.Reading(run.Details, target.Fields(session));
        if (problems.Count > 0) return JsonRequests.Invalid(ui, problems);
        var (settings, form) = steps.Check(viewer, ui.Language, target, body.Field(ImportForm.Of(run.Details.Settings, stores.Of(viewer))));
        if (settings is null) return JsonRequests.Invalid(ui, form.Errors);
        if (body.Check != run.Details.Checks || !steps.Settle(session, run, settings with { Map = map, DateOrder = dateOrder })) return Results.Problem(ui[NotNow], statusCode: StatusCodes.Status409Conflict);
        await steps.WorkAsync(id, http.RequestAborted);
        return steps.Find(session, id, viewer) is var (now, _) ? Results.Ok(ImportAnswer.Of(now, ui)) : JsonRequests.NotFound(ui);
    }

    private static Task<IResult> ConfirmAsync(HttpContext http, ImportSteps steps, UiContext ui, long id) => StepAsync(http, steps, ui, id, (session, run, check) => steps.Confirm(session, run, check), works: true);

    private static Task<IResult> UndoAsync(HttpContext http, ImportSteps steps, UiContext ui, long id) => StepAsync(http, steps, ui, id, ImportSteps.Undo, works: true);

    private static Task<IResult> WithdrawAsync(HttpContext http, ImportSteps steps, UiContext ui, long id) => StepAsync(http, steps, ui, id, (session, run, check) => steps.Withdraw(session, run, check), works: false);

    private static async Task<IResult> StepAsync(HttpContext http, ImportSteps steps, UiContext ui, long id, Func<DatabaseSession, ImportRun, int?, bool> step, bool works)
    {
        var (body, refusal) = await JsonRequests.ReadAsync<ImportCheckBody>(http);
        if (body is null) return refusal!;
        var viewer = Viewer.Of(http.User);
        using var session = steps.Database.OpenSession();
        if (steps.Find(session, id, viewer) is not var (run, _)) return JsonRequests.NotFound(ui);
        if (body.Check is null) return Wrong(ui, "check", NotNow);
        if (!step(session, run, body.Check)) return Results.Problem(ui[NotNow], statusCode: StatusCodes.Status409Conflict);
        if (works) await steps.WorkAsync(id, http.RequestAborted);
        return steps.Find(session, id, viewer) is var (now, _) ? Results.Ok(ImportAnswer.Of(now, ui)) : JsonRequests.NotFound(ui);
    }

    private static IResult Wrong(UiContext ui, string field, Text problem) => JsonRequests.Invalid(ui, new Dictionary<string, Text>(StringComparer.Ordinal) { [field] = problem });
}

/// <param name="Check">The reading that was looked at: <c>check</c> of the import.</param>
internal sealed record ImportCheckBody(int? Check);

/// <param name="Next">What to send as <c>after</c> for those before; null at the end.</param>
internal sealed record ImportListing(IReadOnlyList<ImportListing.Entry> Items, long? Next)
{
    internal sealed record Entry(long Id, string Kind, string FileName, string State, string? By, DateTimeOffset StartedAt);
}

/// <param name="State">Such as <c>checking</c>, <c>ready</c>, <c>done</c>; ask again while it is at work.</param>
/// <param name="Check">What to send to confirm, give up or undo it as it is now.</param>
/// <param name="Problem">Why nothing can be taken.</param>
/// <param name="Columns">Field to the heading it was found under.</param>
/// <param name="ColumnsRemembered">The columns are those that somebody chose for the last file with the same headings.</param>
/// <param name="Rows">Lines of the file.</param>
/// <param name="New">Records that would be, or are, new; null where they were not compared.</param>
/// <param name="Figures">What the lines are about, in words.</param>
/// <param name="UndoUntil">Until when it can be undone.</param>
/// <param name="InTheWay">What stood in the way of undoing it.</param>
internal sealed record ImportAnswer(
    long Id, string Kind, string FileName, string State, string? By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Check, string? Problem, IReadOnlyDictionary<string, string>? Columns, bool ColumnsRemembered,
    long? Rows, int? New, int? Updated, int? Unchanged, long? RejectedLines, IReadOnlyList<string> Figures, DateTimeOffset? UndoUntil, IReadOnlyList<string> InTheWay)
{
    public static ImportAnswer Of(ImportRun run, UiContext ui)
    {
        var counts = run.Details.Result ?? run.Details.Preview?.Counts;
        return new ImportAnswer(run.Id, run.Kind, run.FileName, run.State.Code(), run.StaffName, run.StartedAt, run.FinishedAt, run.Details.Checks, run.Details.Problem?.Say(ui.Language),
            run.Details.Preview?.Fields, run.Details.ColumnsRemembered, counts?.Rows, counts?.Changes?.New, counts?.Changes?.Updated, counts?.Changes?.Unchanged, counts?.RejectedLines,
            [.. (counts?.Figures ?? []).Select(figure => $"{ui[figure.Name]}: {figure.Value} {ui[figure.Beside]}".Trim())], run.Details.UndoUntil, [.. run.Details.InTheWay.Select(words => ui[words])]);
    }
}

/// <param name="Lines">How many lines were not taken.</param>
/// <param name="Items">The first of them.</param>
internal sealed record RejectListing(long Lines, IReadOnlyList<RejectListing.Reason> Reasons, IReadOnlyList<RejectListing.Entry> Items, string? Next)
{
    internal sealed record Reason(string Code, string Name, long Lines);

    internal sealed record Entry(int Line, string Reason, string Column, string Value, string Problem, string WhatWouldBeRight);
}
