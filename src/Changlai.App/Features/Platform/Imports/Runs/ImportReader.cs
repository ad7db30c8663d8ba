using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Imports.Runs;

/// <summary>Reads the file of a run, within bounds.</summary>
internal sealed class ImportReader(ImportTargets targets, StoreDirectory stores, TimeProvider time)
{
    /// <summary>A small compressed file can unpack to more lines than the memory holds.</summary>
    private const long MostRows = 20_000_000;

    /// <param name="rejects">Where the lines not taken are written down; null to leave that out.</param>
    public ImportContents Read(DatabaseSession session, ImportRun run, string file, string? rejects, ImportWork work, CancellationToken stopping)
    {
        work.Phase = ImportPhase.Reading;
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var writer = rejects is null ? null : new StreamWriter(rejects, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var known = stores.Stores().Values.ToList();
        try
        {
            return targets.Of(run.Kind).Read(session, new ImportReading(file, run.Details.Settings, known, time.GetUtcNow(), writer, new BoundedProgress(work, bound), bound.Token));
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new UnusableContents { Problem = ImportProblems.TooManyRows(MostRows) };
        }
    }

    /// <summary>Adds to the rejects the lines that only the comparison turned down.</summary>
    /// <returns>The first of them, for people to look at.</returns>
    public static List<RejectedRow> AddRejects(string file, IReadOnlyList<LateReject> late, string rejects, ImportSettings settings, bool inWords, int kept)
    {
        var first = new List<RejectedRow>();
        if (late.Count == 0) return first;
        var byLine = late.ToLookup(reject => reject.Line);
        using var writer = new StreamWriter(rejects, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var table = TableFile.Open(file);
        var csv = new RejectsTable(writer, table.Headings, settings.Language, inWords);
        while (table.Read())
        {
            if (byLine[table.LineNumber].FirstOrDefault() is not var (line, reason, heading)) continue;
            var cells = table.CopyRow();
            var column = table.Headings.ToList().IndexOf(heading);
            var value = CellText.Shorten(table.CellOrEmpty(column).Trim().ToString());
            var row = new RejectedRow(line, reason.Code, heading, value, reason.What.With(value), reason.Right, [.. cells.Select(CellText.Shorten)]);
            csv.Write(cells, row);
            if (first.Count < kept) first.Add(row);
        }
        return first;
    }

    private sealed class BoundedProgress(ImportWork work, CancellationTokenSource bound) : IProgress<long>
    {
        public void Report(long value)
        {
            work.Report(value);
            if (value > MostRows) bound.Cancel();
        }
    }
}
