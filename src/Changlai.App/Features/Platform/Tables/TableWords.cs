using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Features.Platform.Tables;

/// <summary>Every problem that a table file can have, in words.</summary>
internal static class TableWords
{
    private static readonly Text SaveAsUtf8 = new(
        "请用表格软件另存为“CSV UTF-8”后再试。", "Save it from your spreadsheet as “CSV UTF-8” and try again.");

    private static readonly Text TakeAnotherCopy = new(
        "请重新导出或重新上传完整的文件。", "Export it again, or upload the whole file again.");

    private static readonly Text Kinds = new(
        "可以用 .csv、.csv.gz、.tsv 或 .xlsx 文件。", "Use a .csv, .csv.gz, .tsv or .xlsx file.");

    private static readonly Text QuoteRule = new(
        "有引号的单元格首尾各一个引号，其中的引号写两遍。", "A quoted cell has one quote at each end, and quotes inside it are doubled.");

    public static TableProblem Missing(string path) => new("file-missing",
        new Text("找不到文件“{0}”。", "There is no file “{0}”.").With(path),
        new Text("请检查文件名和所在的文件夹。", "Check its name and folder."));

    public static TableProblem CannotOpen(string path) => new("file-unreadable",
        new Text("打不开文件“{0}”。", "The file “{0}” cannot be opened.").With(path),
        new Text("请确认它是文件而不是文件夹、没有被其他程序占用，并且有权读取。",
            "Check that it is a file and not a folder, that no other program holds it, and that you may read it."));

    public static TableProblem CannotRead(long? line) => new("file-unreadable",
        new Text("文件读到一半读不下去了。", "The file could not be read to its end."), TakeAnotherCopy, line);

    public static TableProblem Empty() => new("empty",
        new Text("文件是空的。", "The file is empty."),
        new Text("第一行应是列名，之后每行一条数据。", "The first line should hold the headings, each further line one row."));

    public static TableProblem Binary(long line) => new("binary",
        new Text("这不是文本表格。", "This is not a text table."), Kinds, line);

    public static TableProblem OldWorkbook() => new("old-workbook",
        new Text("这是旧版 Excel（.xls）或加了密码的工作簿。", "This is an old Excel workbook (.xls) or one with a password."),
        new Text("请另存为不带密码的 .xlsx 文件。", "Save it as an .xlsx file without a password."));

    public static TableProblem DamagedWorkbook() => new("damaged-workbook",
        new Text("这个工作簿打不开，可能已损坏，或不是 Excel 文件。", "This workbook cannot be opened; it is damaged or no Excel file."),
        new Text("请用 Excel 或 WPS 打开后另存为 .xlsx 文件。", "Open it in Excel or WPS and save it as an .xlsx file."));

    public static TableProblem DamagedGzip(long line) => new("damaged-gzip",
        new Text("压缩文件不完整或已损坏，只能读到这一行附近。", "The compressed file is incomplete or damaged; it could be read up to about this line."),
        TakeAnotherCopy, line);

    public static TableProblem MixedEncodings(long line, string before) => new("mixed-encodings",
        new Text("这一行的文字编码和前面的（{0}）不一样。", "This line is encoded differently from those before it ({0}).").With(before),
        SaveAsUtf8, line);

    public static TableProblem UnknownEncoding(long line) => new("unknown-encoding",
        new Text("这一行的文字既不是 UTF-8 也不是 GB18030 编码。", "The characters of this line are neither UTF-8 nor GB18030."),
        SaveAsUtf8, line);

    public static TableProblem LineTooLong(long line) => new("line-too-long",
        new Text("这一行太长，超过 1 MB。", "This line is too long: more than 1 MB."),
        new Text("一行应只放一条数据，请检查文件是否缺了换行。", "A line holds one row; check whether line breaks were lost."), line);

    public static TableProblem UnbalancedQuote(long line, string? heading) => new("unbalanced-quote",
        new Text("从这里开始的引号没有配对。", "A quote that opens here is never closed."), QuoteRule, line, heading);

    public static TableProblem TextAfterQuote(long line, string? heading) => new("text-after-quote",
        new Text("收尾的引号后面还有文字。", "There is text after the closing quote."), QuoteRule, line, heading);

    public static TableProblem HeadingTwice(long line, string heading) => new("heading-twice",
        new Text("列名“{0}”出现了两次。", "The heading “{0}” is there twice.").With(heading),
        new Text("请删掉或改名其中一列。", "Remove or rename one of the two columns."), line, heading);

    public static TableProblem OneColumn(long line, string heading, bool workbook) => new("one-column",
        new Text("只认出一列“{0}”。", "Only one column was recognised: “{0}”.").With(Shorten(heading)),
        workbook
            ? new Text("第一行应是各列的列名。", "The first row should hold the headings of the columns.")
            : new Text("列与列之间应用逗号、分号、制表符或竖线隔开。", "Separate columns by commas, semicolons, tabs or bars."), line);

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 79), "…");
}
