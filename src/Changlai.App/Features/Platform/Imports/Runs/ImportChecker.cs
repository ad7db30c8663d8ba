using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Finds out what a file would do, and stores nothing of it.</summary>
internal sealed class ImportChecker(Database database, ImportFiles files, ImportReader reader, ImportTargets targets)
{
    /// <summary>Comparing holds SQLite's one write lock; beyond so many lines others would wait too long.</summary>
    private const int MostLinesCompared = 2_000_000;

    private const int RejectsShown = 100;

    public void Check(DatabaseSession session, ImportRun run, ImportWork work, CancellationToken stopping)
    {
        var (upload, rejects) = (files.UploadOf(run.Id), files.RejectsOf(run.Id));
        if (!File.Exists(upload))
        {
            Refuse(session, run, null, ImportProblems.FileGone());
            return;
        }

        if (run.Details is { Checks: 0, Settings.Map.Count: 0 }
            && ChosenColumns.Recall(session, run.Kind, upload, targets.Of(run.Kind).Fields(session)) is { Count: > 0 } chosen)
            run = run with { Details = run.Details with { Settings = run.Details.Settings with { Map = chosen }, ColumnsRemembered = true } };
        var contents = reader.Read(session, run, upload, rejects, work, stopping);
        if (contents.Problem is { } problem)
        {
            Refuse(session, run, ImportPreview.Of(contents, new ImportCounts { Rows = contents.Rows }), problem);
            return;
        }

        var preview = contents.Lines is 0 or > MostLinesCompared
            ? ImportPreview.Of(contents, contents.Count())
            : Compare(run, contents, upload, rejects, work);
        ImportRuns.Move(session, run.Id, [ImportState.Checking], ImportState.Ready, run.Details with { Preview = preview, Problem = null });
    }

    /// <summary>Takes the file in a transaction that is rolled back, which tells what is new, changed and the same.</summary>
    private ImportPreview Compare(ImportRun run, ImportContents contents, string upload, string rejects, ImportWork work)
    {
        work.Phase = ImportPhase.Comparing;
        ImportTaken taken;
        using (var trial = database.OpenBulkSession())
        {
            trial.Begin();
            taken = contents.Take(trial, isTrial: true);
        }

        var preview = ImportPreview.Of(contents, taken.Counts);
        if (taken.Late.Count == 0) return preview;
        var further = ImportReader.AddRejects(upload, taken.Late, rejects, run.Details.Settings, targets.Of(run.Kind).Kind.SaysReasons, RejectsShown);
        return preview with
        {
            Lines = preview.Lines - taken.Late.Select(late => late.Line).Distinct().Count(),
            FirstRejected = [.. contents.FirstRejected.Concat(further).OrderBy(row => row.Line).Take(RejectsShown)],
        };
    }

    private static void Refuse(DatabaseSession session, ImportRun run, ImportPreview? preview, TableProblem problem) =>
        ImportRuns.Move(session, run.Id, [ImportState.Checking], ImportState.Unusable, run.Details with { Preview = preview, Problem = problem });
}
