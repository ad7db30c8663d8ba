using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>A table of which each row is one record: what was read of it, and what was turned down.</summary>
internal sealed record RowFile<T>(IReadOnlyList<T> Taken, ImportContents Contents)
{
    private const int SampleSize = 10;
    private const int RejectsKept = 100;
    private const int ProgressStep = 1 << 13;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="needed">Codes of fields, one of each group, without which no row could be taken.</param>
    /// <param name="take">Makes a record of a row, or says what is wrong with it and returns nothing.</param>
    public static RowFile<T> Read(ImportReading reading, IReadOnlyList<ImportField> fields, IReadOnlyList<string[]> needed, Func<ImportRow, T> take)
    {
        using var table = TableFile.Open(reading.File);
        if (table.Problem is { } unreadable)
            return new RowFile<T>([], new UnusableContents { Problem = unreadable, Encoding = table.Encoding, Delimiter = table.Delimiter });
        var known = new FieldHeadings(fields);
        var columns = known.Find(table.Headings, reading.Settings.Map, out var problem);
        problem ??= known.Missing(columns, table.Headings, needed);
        var contents = new UnusableContents
        {
            Encoding = table.Encoding,
            Delimiter = table.Delimiter,
            Headings = table.Headings,
            Fields = columns.ToDictionary(pair => pair.Key, pair => table.Headings[pair.Value], StringComparer.Ordinal),
        };
        return new Pass(reading, table, new ImportRow(table, columns), take).Run(contents, problem);
    }

    private sealed class Pass(ImportReading reading, TableReader table, ImportRow row, Func<ImportRow, T> take)
    {
        private readonly List<T> taken = [];
        private readonly List<SampleRow> sample = [];
        private readonly List<RejectedRow> first = [];
        private readonly Dictionary<string, long> rejected = new(StringComparer.Ordinal);
        private readonly RejectsTable? rejects = reading.Rejects is { } writer ? new RejectsTable(writer, table.Headings, reading.Settings.Language, inWords: true) : null;
        private long rows;

        public RowFile<T> Run(UnusableContents contents, TableProblem? problem)
        {
            rejects?.WriteHeadings();
            while (table.Read() && (problem is null || sample.Count < SampleSize))
            {
                if (sample.Count < SampleSize) sample.Add(new SampleRow(row.Line, [.. table.CopyRow().Select(CellText.Shorten)]));
                if (problem is null) TakeRow();
                if (rows % ProgressStep != 0) continue;
                reading.Cancellation.ThrowIfCancellationRequested();
                reading.Progress.Report(rows);
            }

            reading.Progress.Report(rows);
            problem ??= table.Problem;
            return new RowFile<T>(problem is null ? taken : [], contents with
            {
                Problem = problem,
                SampleRows = sample,
                Rows = rows,
                Lines = problem is null ? taken.Count : 0,
                Rejected = rejected,
                FirstRejected = first,
            });
        }

        private void TakeRow()
        {
            rows++;
            row.Begin();
            if (row.IsWhole())
            {
                var record = take(row);
                if (row.IsRight)
                {
                    taken.Add(record);
                    return;
                }
            }
            var cells = rejects is not null || first.Count < RejectsKept ? table.CopyRow() : [];
            var turnedDown = row.Rejected(cells);
            rejected[turnedDown.Reason] = rejected.GetValueOrDefault(turnedDown.Reason) + 1;
            if (first.Count < RejectsKept) first.Add(turnedDown);
            rejects?.Write(cells, turnedDown);
        }
    }
}

internal static class RowFiles
{
    /// <summary>Gives what was read to the contents that will take it.</summary>
    public static ImportContents Of(this ImportContents contents, ImportContents read) => contents with
    {
        Problem = read.Problem,
        Encoding = read.Encoding,
        Delimiter = read.Delimiter,
        Headings = read.Headings,
        Fields = read.Fields,
        SampleRows = read.SampleRows,
        Facts = [.. read.Facts, .. contents.Facts],
        Rows = read.Rows,
        Lines = read.Lines,
        Rejected = read.Rejected,
        FirstRejected = read.FirstRejected,
    };
}
