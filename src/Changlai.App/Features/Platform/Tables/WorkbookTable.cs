using System.Globalization;
using Changlai.App.Features.Platform.Contracts.Tables;
using ExcelDataReader;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>
/// The first visible sheet of an Excel workbook that has rows, each cell as the text a person would type for its value:
/// numbers without floating-point dust, dates as <c>2010-12-01 08:26:00</c>, formulas as their last result.
/// </summary>
internal sealed class WorkbookTable : TableReader
{
    private readonly Stream _file;
    private IExcelDataReader? _reader;
    private string[] _cells = [];

    // The library asks for code page 1252 before it looks at the file.
    static WorkbookTable() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    private WorkbookTable(Stream file) => _file = file;

    public override ReadOnlySpan<char> this[int column] => _cells[column];

    public static TableReader Open(Stream stream)
    {
        // A zip archive is read from its end, so a stream that cannot seek is put down first.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew,
            FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        var table = new WorkbookTable(file);
        try
        {
            using (stream)
                stream.CopyTo(file);
        }
        catch
        {
            table.Dispose();
            throw;
        }

        file.Position = 0;
        table.Guarded(table.OpenSheet);
        return table;
    }

    public override bool Read()
    {
        CellCount = 0;
        return Problem is null && Guarded(NextRow);
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _reader?.Dispose();
        _file.Dispose();
    }

    private static string TextOf(object? value) => value switch
    {
        null => "",
        string text => WellFormed(text),
        double number => TextOf(number),
        DateTime moment => TextOf(moment),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A workbook can spell out characters that no text may hold, which a database would then refuse.</summary>
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0', StringComparison.Ordinal)
            ? System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
            : text;

    /// <summary>A double holds 15 decimal digits for sure; the conversion to decimal keeps those and drops the dust.</summary>
    private static string TextOf(double number) => Math.Abs(number) is < 1e15 and > 1e-9 or 0
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Excel keeps moments as fractions of a day; what it shows as 08:26:00 may be some microseconds off.</summary>
    private static string TextOf(DateTime moment) =>
        new DateTime((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond)
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private bool OpenSheet()
    {
        _reader = ExcelReaderFactory.CreateOpenXmlReader(_file, new ExcelReaderConfiguration { LeaveOpen = true });
        do
        {
            if (string.Equals(_reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase) && NextRow())
                return TakeHeadings();
        }
        while (_reader.NextResult());
        return Stop(TableWords.Empty());
    }

    private bool NextRow()
    {
        while (_reader!.Read())
        {
            if (_cells.Length < _reader.FieldCount)
                _cells = new string[_reader.FieldCount];
            CellCount = 0;
            for (var i = 0; i < _reader.FieldCount; i++)
            {
                _cells[i] = TextOf(_reader.GetValue(i));
                if (!string.IsNullOrWhiteSpace(_cells[i]))
                    CellCount = i + 1;
            }

            LineNumber = _reader.Depth + 1;
            if (CellCount > 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// A damaged workbook fails anywhere inside the library, in ways it does not list; all of them mean the same to the reader.
    /// </summary>
    private bool Guarded(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            return Stop(TableWords.DamagedWorkbook());
        }
    }
}
