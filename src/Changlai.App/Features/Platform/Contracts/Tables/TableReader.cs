namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>
/// Reads a table from top to bottom as text cells. Whatever is wrong with the file ends the reading and is told by
/// <see cref="Problem"/>; nothing that a file can contain makes it throw.
/// </summary>
internal abstract class TableReader : IDisposable
{
    private const int MostTitles = 5;

    /// <summary>What stopped the reading; null while all is well.</summary>
    public TableProblem? Problem { get; protected set; }

    /// <summary>The headings, trimmed, in file order; a column without one has an empty heading.</summary>
    public IReadOnlyList<string> Headings { get; protected set; } = [];

    /// <summary>The encoding recognised: <c>UTF-8</c>, <c>UTF-16</c>, <c>GB18030</c>; empty for a workbook.</summary>
    public virtual string Encoding => "";

    /// <summary>The character between cells; null for a workbook.</summary>
    public virtual char? Delimiter => null;

    /// <summary>Whether the cells come from a spreadsheet, where a date may be a bare serial number.</summary>
    public bool IsWorkbook => Delimiter is null;

    /// <summary>The line on which the current row begins, counted from 1, the heading's line included.</summary>
    public int LineNumber { get; protected set; }

    /// <summary>Number of cells in the current row, which may differ from the number of headings.</summary>
    public int CellCount { get; protected set; }

    /// <summary>A cell of the current row, as written between its quotes; valid until the next <see cref="Read"/>.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    /// <summary>Moves to the next row that is not blank. False at the end or when there is a <see cref="Problem"/>.</summary>
    public abstract bool Read();

    /// <summary>A cell of the current row, empty where the row is too short or the column is negative.</summary>
    public ReadOnlySpan<char> CellOrEmpty(int column) => (uint)column < (uint)CellCount ? this[column] : default;

    /// <summary>Copies the current row.</summary>
    public string[] CopyRow()
    {
        var cells = new string[CellCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = this[i].ToString();
        return cells;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    protected bool Stop(TableProblem problem)
    {
        Problem ??= problem;
        CellCount = 0;
        return false;
    }

    /// <summary>
    /// Takes the current row as headings, or one soon after it when it is a mere title, one cell and no more; false when
    /// the headings cannot tell the columns apart.
    /// </summary>
    protected bool TakeHeadings()
    {
        var (first, firstLine) = (CopyRow(), LineNumber);
        for (var titles = 0; FilledCells() < 2; titles++)
        {
            if (titles == MostTitles || !Read())
                return Problem is null && Stop(Platform.Tables.TableWords.OneColumn(firstLine, first.First(cell => cell.Length > 0), IsWorkbook));
        }

        var headings = CopyRow();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < headings.Length; i++)
        {
            headings[i] = headings[i].Trim().Trim('\uFEFF');
            if (headings[i].Length > 0 && !seen.Add(headings[i]))
                return Stop(Platform.Tables.TableWords.HeadingTwice(LineNumber, headings[i]));
        }

        Headings = headings;
        return true;
    }

    private int FilledCells()
    {
        var filled = 0;
        for (var i = 0; i < CellCount; i++)
            filled += this[i].IsWhiteSpace() ? 0 : 1;
        return filled;
    }
}
