using System.Text.Json.Nodes;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Customers.Privacy;

/// <summary>All that is held on one customer, table by table, as the catalog says: what a later version keeps is in it too.</summary>
internal static class HeldData
{
    public static JsonObject Read(DatabaseSession session, IEnumerable<ICustomerRows> owners, long customerId)
    {
        var columns = new TableColumns(session);
        var held = new JsonObject();
        foreach (var table in owners.SelectMany(owner => owner.Tables).Where(table => table.Fate != RowFate.Apart).Append(CustomerTable.Apart(AuditLog.Table, "who did what with them")))
            if (Rows(session, columns, table, customerId) is { Count: > 0 } rows) held[table.Name] = rows;
        return held;
    }

    private static JsonArray Rows(DatabaseSession session, TableColumns columns, CustomerTable table, long customerId)
    {
        var all = new JsonArray();
        using var rows = session.Read($"SELECT {columns.RowAsJson(table.Name)} FROM {table.Name} x WHERE {table.Of}", ("one", customerId), ("other", customerId));
        while (rows.Next())
        {
            var row = JsonNode.Parse(rows.Text(0))!.AsObject();
            if (session.IsSqlite) Read(table.Name, row);
            all.Add(row);
        }
        return all;
    }

    /// <summary>SQLite keeps instants as milliseconds and days as numbers; whoever reads this knows neither.</summary>
    private static void Read(string table, JsonObject row)
    {
        foreach (var (column, value) in row.ToList())
            if (value is JsonValue known && known.TryGetValue<long>(out var number))
            {
                if (column == "at" || column.EndsWith("_at", StringComparison.Ordinal)) row[column] = DateTimeOffset.FromUnixTimeMilliseconds(number).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz");
                else if (column.EndsWith("_on", StringComparison.Ordinal) || column == "day_value" || column == "day" && table == "interaction") row[column] = StoredDay.FromNumber(number).ToString("yyyy-MM-dd");
            }
    }
}
