using Changlai.App.Features.Platform.Tables;

namespace Changlai.App.Features.Platform.Contracts.Tables;

/// <summary>Opens table files: comma, semicolon, tab or bar separated text, plain or gzipped, and Excel workbooks.</summary>
internal static class TableFile
{
    /// <summary>Opens a file by its path. Read it when its <see cref="TableReader.Problem"/> is null.</summary>
    public static TableReader Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return new UnreadableTable(TableWords.Missing(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new UnreadableTable(TableWords.CannotOpen(path));
        }

        return Open(stream);
    }

    /// <summary>
    /// Opens a stream, which is closed with the reader. What it is follows from its first bytes; names deceive.
    /// </summary>
    public static TableReader Open(Stream stream)
    {
        try
        {
            return OpenByContent(stream);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            stream.Dispose();
            return new UnreadableTable(TableWords.CannotRead(null));
        }
    }

    private static TableReader OpenByContent(Stream stream)
    {
        var source = new FramedStream(stream, prefixLength: 4);
        return source.Prefix switch
        {
            [] => Unreadable(TableWords.Empty()),
            [0x1F, 0x8B, ..] => DelimitedTable.Open(source, gzipped: true),
            [(byte)'P', (byte)'K', 3, 4] => WorkbookTable.Open(source),
            [0xD0, 0xCF, 0x11, 0xE0] => Unreadable(TableWords.OldWorkbook()),
            _ => DelimitedTable.Open(source, gzipped: false),
        };

        UnreadableTable Unreadable(TableProblem problem)
        {
            source.Dispose();
            return new UnreadableTable(problem);
        }
    }
}
