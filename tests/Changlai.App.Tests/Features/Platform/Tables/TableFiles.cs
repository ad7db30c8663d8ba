using System.IO.Compression;
using System.Text;
using Changlai.App.Features.Platform.Contracts.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Changlai.App.Tests.Features.Platform.Tables;

/// <summary>Makes table files and reads them to the end.</summary>
internal static class TableFiles
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TableContents Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static TableContents Read(params byte[][] parts)
    {
        using var table = TableFile.Open(new MemoryStream(Join(parts)));
        return ReadAll(table);
    }

    public static TableContents ReadAll(TableReader table)
    {
        var rows = new List<string[]>();
        var lines = new List<int>();
        while (table.Read())
        {
            rows.Add(table.CopyRow());
            lines.Add(table.LineNumber);
        }

        return new TableContents(table.Headings, rows, lines, table.Problem, table.Encoding, table.Delimiter);
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }

    /// <summary>A workbook of one sheet; a number or a date becomes a cell of its kind, anything else a text.</summary>
    public static byte[] Workbook(params object?[][] rows) => Workbook(hiddenFirst: false, rows);

    public static byte[] Workbook(bool hiddenFirst, params object?[][] rows)
    {
        using var target = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true }));
            var sheets = book.Workbook.AppendChild(new Sheets());
            if (hiddenFirst)
                AddSheet(book, sheets, 1, [["hidden", "sheet"], ["1", "2"]], SheetStateValues.Hidden);
            AddSheet(book, sheets, 2, rows, SheetStateValues.Visible);
        }

        return target.ToArray();
    }

    private static void AddSheet(WorkbookPart book, Sheets sheets, uint id, object?[][] rows, SheetStateValues state)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var row in rows)
            data.AppendChild(new Row(row.Select(Cell)));
        part.Worksheet = new Worksheet(data);
        sheets.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = id, Name = "Sheet" + id, State = state });
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell(),
        double number => new Cell { CellValue = new CellValue(number) },
        DateTime moment => new Cell { CellValue = new CellValue(moment.ToOADate()), StyleIndex = 1 },
        _ => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(value.ToString()!) { Space = SpaceProcessingModeValues.Preserve }) },
    };
}

internal sealed record TableContents(
    IReadOnlyList<string> Headings, List<string[]> Rows, List<int> Lines, TableProblem? Problem, string Encoding, char? Delimiter);
