using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Pages;

/// <summary>The steps of an import, for the pages and for other programs alike: receive, confirm, give up, undo.</summary>
internal sealed class ImportSteps(Database database, ImportFiles files, ImportQueue queue, ImportTargets targets, StoreDirectory stores, TimeProvider time)
{
    private const string Form = "import";

    /// <summary>A small file is done before the next page could ask; only longer work is watched.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly ImportState[] Open = [ImportState.Ready, ImportState.Unusable, ImportState.Failed, ImportState.Interrupted];

    public Database Database => database;

    public ImportFiles Files => files;

    /// <summary>The kind asked for, or the first that somebody may import.</summary>
    public IImportTarget? Chosen(Viewer viewer, string? kind) => targets.For(viewer).FirstOrDefault(target => string.IsNullOrEmpty(kind) || target.Kind.Code == kind);

    public List<ImportListRow> List(DatabaseSession session, Viewer viewer, long? before, int count) => ImportRuns.List(session, viewer, targets.CodesFor(viewer), before, count);

    /// <summary>A run that somebody may see, with what it imports.</summary>
    public (ImportRun Run, IImportTarget Target)? Find(DatabaseSession session, long id, Viewer viewer) =>
        ImportRuns.Find(session, id, viewer, targets.CodesFor(viewer)) is { } run ? (run, targets.Of(run.Kind)) : null;

    /// <summary>What was filled in about a file; null with what is wrong.</summary>
    public (ImportSettings? Settings, ImportForm Form) Check(Viewer viewer, Language language, IImportTarget target, Func<string, string> field)
    {
        var (settings, form) = ImportForm.Of(field).Check(target, stores.Of(viewer), viewer.Reach != Reach.All);
        return (settings is null ? null : settings with { StaffId = viewer.StaffId, Role = viewer.Role.Code(), Language = language }, form);
    }

    /// <returns>The run; null when the key was taken before and nobody remembers for which.</returns>
    public (long? Id, bool Again) Receive(DatabaseSession session, Viewer viewer, IImportTarget target, Upload upload, ImportSettings settings, string? key)
    {
        session.Begin();
        if (FormKeys.Take(session, Form, key, time.GetUtcNow()) is { } before) return (long.TryParse(before, out var known) ? known : null, true);
        var id = ImportRuns.Add(session, target.Kind.Code, upload.FileName, viewer.StaffId, time.GetUtcNow(),
            _ => new ImportDetails { Settings = settings, Node = files.Node, FileBytes = upload.Bytes });
        FormKeys.Answer(session, Form, key, id.ToString(CultureInfo.InvariantCulture));
        upload.GiveTo(id, files);
        session.Commit();
        return (id, false);
    }

    /// <returns>False when it cannot be taken in now, or was read otherwise since it was looked at.</returns>
    public bool Confirm(DatabaseSession session, ImportRun run, int? check)
    {
        // What is confirmed is what was seen: another tab may have had the file read otherwise since.
        session.Begin();
        if (check != run.Details.Checks || run.Details.Preview is not { Lines: > 0 } || !ImportRuns.Move(session, run.Id, [ImportState.Ready, ImportState.Failed, ImportState.Interrupted], ImportState.Queued)) return false;
        ChosenColumns.Remember(session, run, time.GetUtcNow());
        session.Commit();
        return true;
    }

    public static bool Undo(DatabaseSession session, ImportRun run, int? check)
    {
        session.Begin();
        if (check != run.Details.Checks || run.Details.UndoUntil is null || !ImportRuns.Move(session, run.Id, [ImportState.Done], ImportState.Undoing, run.Details with { InTheWay = [] })) return false;
        session.Commit();
        return true;
    }

    public bool Withdraw(DatabaseSession session, ImportRun run, int? check)
    {
        session.Begin();
        if (check != run.Details.Checks || !ImportRuns.Move(session, run.Id, Open, ImportState.Withdrawn, run.Details with { Preview = null }, time.GetUtcNow())) return false;
        session.Commit();
        files.DeleteAll(run.Id);
        return true;
    }

    public bool Settle(DatabaseSession session, ImportRun run, ImportSettings settings) =>
        ImportRuns.Move(session, run.Id, Open, ImportState.Checking, run.Details with { Settings = settings, Checks = run.Details.Checks + 1, ColumnsRemembered = false });

    /// <summary>Lets the machine begin, and waits a moment for what is soon done.</summary>
    public Task WorkAsync(long id, CancellationToken aborted) => Task.WhenAny(queue.Add(id), Task.Delay(Patience, time, aborted));
}
