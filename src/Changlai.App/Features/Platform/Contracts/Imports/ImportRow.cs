using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Contracts.Imports;

/// <summary>The current row of a table as fields; whoever reads it says what is wrong, cell by cell.</summary>
internal sealed class ImportRow(TableReader table, IReadOnlyDictionary<string, int> columns)
{
    private readonly List<(RejectReason Reason, string Heading, string Value)> faults = [];

    public int Line => table.LineNumber;

    /// <summary>Whether the cells come from a spreadsheet, where a date may be a bare serial number.</summary>
    public bool IsWorkbook => table.IsWorkbook;

    /// <summary>A cell, trimmed; empty where the file has no such column.</summary>
    public string this[string field] => columns.TryGetValue(field, out var column) ? table.CellOrEmpty(column).Trim().ToString() : "";

    public string? Words(string field) => this[field] is { Length: > 0 } cell ? CellText.Tidy(cell) : null;

    public bool IsRight => faults.Count == 0;

    public void Wrong(string field, RejectReason reason) => Wrong(field, reason, this[field]);

    /// <param name="value">The part of the cell that is wrong.</param>
    public void Wrong(string field, RejectReason reason, string value) =>
        faults.Add((reason, columns.TryGetValue(field, out var column) ? table.Headings[column] : "", CellText.Shorten(value)));

    public void WrongLine(RejectReason reason, string value = "") => faults.Add((reason, "", CellText.Shorten(value)));

    public void Begin() => faults.Clear();

    /// <summary>Whether the row has as many cells as it must, and none beyond bounds; a column that no field uses may hold anything.</summary>
    public bool IsWhole()
    {
        if (!table.IsWorkbook && columns.Count > 0 && table.CellCount <= columns.Values.Max() && table.CellCount < table.Headings.Count) WrongLine(RowReasons.TooFewCells);
        for (var column = table.Headings.Count; column < table.CellCount; column++)
            if (!table[column].IsWhiteSpace())
            {
                WrongLine(RowReasons.TooManyCells, table[column].ToString());
                break;
            }
        foreach (var column in columns.Values)
            if (table.CellOrEmpty(column).Length > RowReasons.LongestCell)
                faults.Add((RowReasons.CellTooLong, table.Headings[column], CellText.Shorten(table[column].ToString())));
        return IsRight;
    }

    public RejectedRow Rejected(string[] cells)
    {
        var (reason, heading, value) = faults[0];
        return new RejectedRow(Line, reason.Code, heading, value, reason.What.With(value), reason.Right, [.. cells.Select(CellText.Shorten)])
        {
            Further = [.. faults.Skip(1).Select(fault => new CellFault(fault.Heading, fault.Reason.What.With(fault.Value), fault.Reason.Right))],
        };
    }
}
