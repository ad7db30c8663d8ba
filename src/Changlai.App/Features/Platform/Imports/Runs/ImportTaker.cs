using System.Diagnostics;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>
/// Takes a confirmed file. The records, what listens to them and the run's end are one transaction: killed at any moment, the
/// database holds all of it or nothing.
/// </summary>
internal sealed class ImportTaker(Database database, ImportFiles files, ImportReader reader, StoreDirectory stores, SweepSignal signal, TimeProvider time)
{
    public void Take(DatabaseSession session, ImportRun run, ImportWork work, CancellationToken stopping)
    {
        if (!ImportRuns.Move(session, run.Id, [ImportState.Queued], ImportState.Running)) return;
        var clock = Stopwatch.StartNew();
        var upload = files.UploadOf(run.Id);
        var contents = File.Exists(upload)
            ? reader.Read(session, run, upload, rejects: null, work, stopping)
            : new UnusableContents { Problem = ImportProblems.FileGone() };
        if (contents.Problem is { } problem)
        {
            ImportRuns.Move(session, run.Id, [ImportState.Running], ImportState.Unusable, run.Details with { Problem = problem });
            return;
        }

        work.Phase = ImportPhase.Writing;
        using (var recording = database.OpenBulkSession())
        {
            recording.Begin();
            var journal = recording.Journal = new ImportJournal(recording, run.Id);
            var counts = contents.Take(recording, isTrial: false).Counts with { Seconds = clock.Elapsed.TotalSeconds };
            // The preview holds customers' data; once they are in the database, a second copy would only be forgotten there.
            var details = run.Details with { Preview = null, Result = counts, UndoUntil = time.GetUtcNow() + ImportTidying.UndoKept };
            if (!ImportRuns.Move(recording, run.Id, [ImportState.Running], ImportState.Done, details, time.GetUtcNow())) return;
            journal.Complete();
            recording.Commit();
        }

        files.DeleteUpload(run.Id);
        stores.Forget();
        signal.RunSoon();
    }
}
