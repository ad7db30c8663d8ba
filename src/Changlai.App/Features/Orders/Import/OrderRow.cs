using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>The current row of a table, seen as fields.</summary>
internal readonly struct OrderRow(TableReader table, OrderColumns columns)
{
    public int Line => table.LineNumber;

    public string[] Copy() => table.CopyRow();

    public ReadOnlySpan<char> this[OrderField field] => Cell(columns[field]);

    public ReadOnlySpan<char> Cell(int column) => table.CellOrEmpty(column).Trim();
}
