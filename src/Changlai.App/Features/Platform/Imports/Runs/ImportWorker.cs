using Changlai.App.Features.Platform.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Works through the uploaded files, one at a time: a file's lines are in memory while it is at work.</summary>
internal sealed partial class ImportWorker(
    Database database, ImportFiles files, ImportQueue queue, ImportChecker checker, ImportTaker taker, ImportUndoer undoer, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private const long WorthCollecting = 64 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(PickUp, stoppingToken);
        await foreach (var id in queue.TakeAll(stoppingToken))
            await Task.Run(() => Work(id, stoppingToken), CancellationToken.None);
    }

    /// <summary>What an earlier life of this machine was at: files are checked again, an undo is done again, imports wait for a person.</summary>
    internal void PickUp()
    {
        using var session = database.OpenSession();
        foreach (var run in ImportRuns.AtWork(session).Where(run => run.Details.Node == files.Node && queue.WorkOf(run.Id) is null))
        {
            if (run.State is ImportState.Checking or ImportState.Undoing) _ = queue.Add(run.Id);
            else ImportRuns.Move(session, run.Id, [run.State], ImportState.Interrupted, finishedAt: time.GetUtcNow());
        }
    }

    internal void Work(long id, CancellationToken stopping)
    {
        var work = queue.Begin(id);
        var before = GC.GetTotalAllocatedBytes();
        try
        {
            using var session = database.OpenSession();
            try
            {
                if (ImportRuns.Find(session, id) is not { } run) return;
                if (run.State == ImportState.Checking) checker.Check(session, run, work, stopping);
                else if (run.State == ImportState.Queued) taker.Take(session, run, work, stopping);
                else if (run.State == ImportState.Undoing) undoer.Undo(session, run, work);
            }
            catch (OperationCanceledException)
            {
                ImportRuns.Move(session, id, [ImportState.Queued, ImportState.Running], ImportState.Interrupted, finishedAt: time.GetUtcNow());
            }
            catch (Exception problem)
            {
                // Whatever broke, the person who waits must hear of it, and the next file must have its turn.
                WorkFailed(log, id, problem);
                Break(session, id);
            }
        }
        catch (Exception problem)
        {
            WorkFailed(log, id, problem);
        }
        finally
        {
            queue.End(id);
            // A file of half a million lines leaves a hundred megabytes behind that an idle server would keep for hours. After a
            // small one, nothing is worth stopping everybody for.
            if (GC.GetTotalAllocatedBytes() - before > WorthCollecting) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }

    private void Break(DatabaseSession session, long id)
    {
        if (ImportRuns.Find(session, id) is { State: ImportState.Undoing } undone)
        {
            ImportRuns.Move(session, id, [ImportState.Undoing], ImportState.Done, undone.Details with { InTheWay = [ImportProblems.NotUndone] });
            return;
        }
        if (ImportRuns.Move(session, id, [ImportState.Queued, ImportState.Running], ImportState.Failed, finishedAt: time.GetUtcNow())) return;
        if (ImportRuns.Find(session, id) is { } run)
            ImportRuns.Move(session, id, [ImportState.Checking], ImportState.Unusable, run.Details with { Problem = ImportProblems.NotChecked() });
    }

    [LoggerMessage(3001, LogLevel.Error, "Import {Id} broke; nothing of it was stored")]
    private static partial void WorkFailed(ILogger logger, long id, Exception problem);
}
