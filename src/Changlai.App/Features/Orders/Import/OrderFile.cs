using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.App.Features.Orders.Import;

/// <summary>Reads order files: a table of which each line is one line of an order.</summary>
internal static class OrderFile
{
    /// <summary>Reads the file at a path.</summary>
    public static OrderFileContents Read(string path, OrderFileOptions options, CancellationToken cancellation = default) =>
        Read(TableFile.Open(path), options, cancellation);

    /// <summary>Reads a stream, which is closed.</summary>
    public static OrderFileContents Read(Stream stream, OrderFileOptions options, CancellationToken cancellation = default) =>
        Read(TableFile.Open(stream), options, cancellation);

    private static OrderFileContents Read(TableReader table, OrderFileOptions options, CancellationToken cancellation)
    {
        using (table)
        {
            if (table.Problem is { } problem)
                return new OrderFileContents { Problem = problem, Encoding = table.Encoding, Delimiter = table.Delimiter };
            var columns = OrderHeadings.Recognise(table.Headings, options.Map, out problem);
            return new OrderFileReading(table, columns, options).Read(problem ?? columns.Missing(), cancellation);
        }
    }
}
