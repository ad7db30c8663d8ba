using System.Text;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import.Runs;

/// <summary>Reads the file of a run, within bounds.</summary>
internal static class ImportReading
{
    /// <summary>A small compressed file can unpack to more lines than the memory holds.</summary>
    private const long MostRows = 20_000_000;

    /// <param name="rejects">Where the lines not taken are written down; null to leave that out.</param>
    public static OrderFileContents Read(string file, ImportSettings settings, StoreDirectory stores, DateTimeOffset now, string? rejects, ImportWork work, CancellationToken stopping)
    {
        work.Phase = ImportPhase.Reading;
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var writer = rejects is null ? null : new StreamWriter(rejects, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var options = settings.ForReading(stores.Stores().Values, now, writer, new BoundedProgress(work, bound));
        try
        {
            var contents = OrderFile.Read(file, options, bound.Token);
            return contents.Problem is null && settings.OnlyThisStore && OtherStores(contents, settings) is { Count: > 0 } others
                ? contents with { Problem = ImportProblems.OtherStores(settings.Store, others) }
                : contents;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new OrderFileContents { Problem = ImportProblems.TooManyRows(MostRows) };
        }
    }

    /// <summary>Adds to the rejects the lines that only the comparison of all orders turned down.</summary>
    public static List<RejectedRow> AddRejects(string file, ISet<int> lines, RejectReason reason, string heading, string rejects, int kept)
    {
        var first = new List<RejectedRow>();
        using var writer = new StreamWriter(rejects, append: true, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        using var table = TableFile.Open(file);
        var csv = new CsvWriter(writer);
        var written = Enumerable.Range(0, table.Headings.Count).Where(i => table.Headings[i] is not ("line" or "reason")).ToArray();
        var column = table.Headings.ToList().IndexOf(heading);
        while (table.Read())
        {
            if (!lines.Contains(table.LineNumber)) continue;
            foreach (var cell in written) csv.Cell(table.CellOrEmpty(cell));
            csv.Number(table.LineNumber).Cell(reason.Code).EndRow();
            if (first.Count >= kept) continue;
            var value = CellText.Shorten(table.CellOrEmpty(column).Trim().ToString());
            first.Add(new RejectedRow(table.LineNumber, reason.Code, heading, value, Core.Values.TextFilling.With(reason.What, value), reason.Right,
                [.. table.CopyRow().Select(CellText.Shorten)]));
        }
        return first;
    }

    private static List<string> OtherStores(OrderFileContents contents, ImportSettings settings) =>
        [.. contents.Stores.Where(store => !store.Equals(settings.Store, StringComparison.OrdinalIgnoreCase))];

    private sealed class BoundedProgress(ImportWork work, CancellationTokenSource bound) : IProgress<long>
    {
        public void Report(long value)
        {
            work.Report(value);
            if (value > MostRows) bound.Cancel();
        }
    }
}
