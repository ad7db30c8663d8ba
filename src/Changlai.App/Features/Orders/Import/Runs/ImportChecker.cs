using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Import.Runs;

/// <summary>Finds out what a file would do, and stores nothing of it.</summary>
internal sealed class ImportChecker(Database database, ImportFiles files, StoreDirectory stores, TimeProvider time)
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

        var contents = ImportReading.Read(upload, run.Details.Settings, stores, time.GetUtcNow(), rejects, work, stopping);
        if (contents.Problem is { } problem)
        {
            Refuse(session, run, ImportPreview.Of(contents, new ImportCounts { Rows = contents.Rows }), problem);
            return;
        }

        var preview = contents.Lines.Count is 0 or > MostLinesCompared
            ? ImportPreview.Of(contents, ImportCounts.Of(contents))
            : Compare(run, contents, upload, rejects, work);
        ImportRuns.Move(session, run.Id, [ImportState.Checking], ImportState.Ready, run.Details with { Preview = preview, Problem = null });
    }

    /// <summary>Takes the file in a transaction that is rolled back, which tells what is new, changed and the same.</summary>
    private ImportPreview Compare(ImportRun run, OrderFileContents contents, string upload, string rejects, ImportWork work)
    {
        work.Phase = ImportPhase.Comparing;
        OrderImportReport report;
        using (var trial = database.OpenBulkSession())
        {
            trial.Begin();
            report = OrderImport.Take(trial, contents, run.Details.Settings.ForRecording(), [], time);
        }

        var preview = ImportPreview.Of(contents, ImportCounts.Of(report));
        List<RejectedRow> further =
        [
            .. Reject(report.Recorded.LinesOfAnotherCustomer, RejectReason.OrderOfAnotherCustomer),
            .. Reject(report.Recorded.LinesOfAnotherStore, RejectReason.OrderOfAnotherStore),
        ];
        if (further.Count == 0) return preview;
        return preview with
        {
            Lines = preview.Lines - report.Recorded.LinesOfAnotherCustomer.Count - report.Recorded.LinesOfAnotherStore.Count,
            FirstRejected = [.. contents.FirstRejected.Concat(further).OrderBy(row => row.Line).Take(RejectsShown)],
        };

        List<RejectedRow> Reject(List<int> lines, RejectReason reason) => lines.Count == 0 ? [] : ImportReading.AddRejects(
            upload, lines.Select(index => contents.Lines[index].LineNumber).ToHashSet(), reason, contents.Headings.GetValueOrDefault(OrderField.OrderNumber, ""), rejects, RejectsShown);
    }

    private static void Refuse(DatabaseSession session, ImportRun run, ImportPreview? preview, Platform.Contracts.Tables.TableProblem problem) =>
        ImportRuns.Move(session, run.Id, [ImportState.Checking], ImportState.Unusable, run.Details with { Preview = preview, Problem = problem });
}
