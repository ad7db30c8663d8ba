namespace Changlai.App.Features.Orders.Import;

/// <summary>
/// Keeps rows whose date may yet be turned down, so that they can be rejected with all their cells. Some of each kind are
/// enough: in a file that can be taken, the kind that is turned down is rare.
/// </summary>
internal sealed class DoubtfulRows
{
    private const int RowsOfAKind = 2_000;
    private const int CharactersOfAKind = 1 << 20;
    private readonly Dictionary<int, string[]> _rows = [];
    private readonly Dictionary<int, (int Rows, int Characters)> _kinds = [];

    /// <summary>Whether any row was in fact turned down.</summary>
    public bool AnyRejected { get; private set; }

    public void Keep(int kind, int index, OrderRow row)
    {
        var (rows, characters) = _kinds.GetValueOrDefault(kind);
        if (rows >= RowsOfAKind || characters >= CharactersOfAKind)
            return;
        var cells = row.Copy();
        _rows.Add(index, cells);
        _kinds[kind] = (rows + 1, characters + cells.Sum(cell => cell.Length));
    }

    public bool TryTake(int index, out string[] cells)
    {
        AnyRejected = true;
        return _rows.Remove(index, out cells!);
    }
}
