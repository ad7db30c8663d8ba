using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>
/// Uploaded files hold customers' data: what nobody confirmed within a day is deleted, previews included. So do the images kept
/// for an undo, which go when its time is over.
/// </summary>
internal sealed class ImportTidying(ImportFiles files, TimeProvider time) : ISweep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Whoever looks at an import a month later no longer means to take it back.</summary>
    public static readonly TimeSpan UndoKept = TimeSpan.FromDays(30);

    public string Name => "import-files";

    public TimeSpan Every => TimeSpan.FromMinutes(30);

    public void Run(DatabaseSession session, CancellationToken stopping)
    {
        var before = time.GetUtcNow() - Kept;
        foreach (var run in ImportRuns.OpenSince(session, before))
        {
            if (ImportRuns.Move(session, run.Id, [run.State], ImportState.Expired, run.Details with { Preview = null }, time.GetUtcNow())) files.DeleteAll(run.Id);
        }
        foreach (var run in ImportRuns.UndoableSince(session, time.GetUtcNow() - UndoKept))
        {
            session.Begin();
            if (ImportRuns.Move(session, run.Id, [ImportState.Done], ImportState.Done, run.Details with { UndoUntil = null, InTheWay = [] })) ImportJournal.Forget(session, run.Id);
            session.Commit();
        }
        files.DeleteOlderThan(before, ImportRuns.AtWork(session).Select(run => run.Id).ToHashSet());
    }
}
