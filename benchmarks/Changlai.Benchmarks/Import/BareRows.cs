using System.Globalization;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Tables;

namespace Changlai.Benchmarks.Import;

/// <summary>Rows ready to be inserted without any further thought, in the order of their key.</summary>
/// <param name="Columns">Name and type of each column, the key first; types as SQLite has them.</param>
/// <param name="Key">The key's columns.</param>
/// <param name="Values">Row by row; each a long or a string.</param>
internal sealed record BareRows(IReadOnlyList<(string Name, bool IsText)> Columns, string Key, object[][] Values)
{
    /// <summary>The accepted lines with all the columns of the file.</summary>
    public static BareRows OfFile(string file)
    {
        var accepted = OrderFile.Read(file, new OrderFileOptions()).Lines.Select(line => line.LineNumber).ToHashSet();
        var values = new List<object[]>();
        using var table = TableFile.Open(file);
        while (table.Read())
        {
            if (!accepted.Contains(table.LineNumber)) continue;
            values.Add([
                long.Parse(table[6]), table[0].ToString(), (long)table.LineNumber, table[1].ToString(), table[2].ToString(), long.Parse(table[3]),
                new DateTimeOffset(DateTime.Parse(table[4], CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeMilliseconds(),
                (long)(decimal.Parse(table[5], CultureInfo.InvariantCulture) * 1000), table[7].ToString(),
            ]);
        }
        return new BareRows(
            [("customer", false), ("invoice", true), ("line", false), ("stock_code", true), ("description", true), ("quantity", false), ("at", false), ("price", false), ("country", true)],
            "customer, invoice, line",
            [.. values.OrderBy(row => (long)row[0]).ThenBy(row => (string)row[1], StringComparer.Ordinal).ThenBy(row => (long)row[2])]);
    }

    /// <summary>The lines as an import stored them: seven numbers each, all words replaced by ids. Harder to keep up with.</summary>
    public static BareRows OfStoredLines(string location)
    {
        using var database = new Database(location);
        using var session = database.OpenSession();
        var values = new List<object[]>();
        using var rows = session.Read("""
            SELECT customer_id, order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor
            FROM order_line ORDER BY customer_id, order_id, line
            """);
        while (rows.Next()) values.Add([rows.Long(0), rows.Long(1), (long)rows.Int(2), rows.Long(3), rows.Long(4), rows.Long(5), rows.Long(6)]);
        return new BareRows(
            [("customer_id", false), ("order_id", false), ("line", false), ("product_id", false), ("quantity", false), ("unit_price", false), ("amount", false)],
            "customer_id, order_id, line", [.. values]);
    }
}
