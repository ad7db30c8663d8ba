using Changlai.App.Features.Platform.Contracts;

namespace Changlai.Benchmarks.Import;

/// <summary>The order lines that an import stored, in the order of their key.</summary>
internal static class BareRows
{
    public const int Width = 7;

    /// <summary>The line within its order, which PostgreSQL holds in 32 bits.</summary>
    private const int LineColumn = 2;

    public static long[] ReadFrom(string location)
    {
        using var database = new Database(location);
        using var session = database.OpenSession();
        var values = new long[session.Scalar<long>("SELECT count(*) FROM order_line") * Width];
        var at = 0;
        using var rows = session.Read("""
            SELECT customer_id, order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor
            FROM order_line ORDER BY customer_id, order_id, line
            """);
        while (rows.Next())
            for (var column = 0; column < Width; column++) values[at++] = column == LineColumn ? rows.Int(column) : rows.Long(column);
        return values;
    }
}
