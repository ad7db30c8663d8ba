using Changlai.App.Features.Platform.Contracts.Imports;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Counts the lines not taken, keeps the first of them, and writes all of them down where asked to.</summary>
internal sealed class OrderRejects
{
    private const int Kept = 100;
    private readonly OrderColumns _columns;
    private readonly CsvWriter? _writer;
    private readonly int[] _written;
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<RejectedRow> _first = [];

    public OrderRejects(IReadOnlyList<string> headings, OrderColumns columns, TextWriter? sink)
    {
        _columns = columns;
        // A file of rejects that was mended and is rejected again already has the two columns.
        _written = [.. Enumerable.Range(0, headings.Count).Where(i => headings[i] is not ("line" or "reason"))];
        if (sink is null)
            return;
        _writer = new CsvWriter(sink);
        foreach (var column in _written)
            _writer.Cell(headings[column]);
        _writer.Cell("line").Cell("reason").EndRow();
    }

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public IReadOnlyList<RejectedRow> First => _first;

    /// <summary>Whether the cells of a further line will be looked at.</summary>
    public bool WantsCells => _writer is not null || _first.Count < Kept;

    public void Add(RejectReason reason, int line, OrderField? field, string[] cells)
    {
        _counts[reason.Code] = _counts.GetValueOrDefault(reason.Code) + 1;
        if (_first.Count < Kept)
        {
            var value = field is { } at && _columns.Has(at) && _columns[at] < cells.Length ? cells[_columns[at]].Trim()
                : reason == OrderReasons.TooManyCells ? cells[^1]
                : "";
            value = CellText.Shorten(value);
            _first.Add(new RejectedRow(line, reason.Code, field is { } known ? _columns.HeadingOf(known) : "", value,
                Core.Values.TextFilling.With(reason.What, value), reason.Right, [.. cells.Select(CellText.Shorten)]));
        }

        if (_writer is null)
            return;
        foreach (var column in _written)
            _writer.Cell(column < cells.Length ? cells[column] : "");
        _writer.Number(line).Cell(reason.Code).EndRow();
    }
}
