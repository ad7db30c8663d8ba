using Changlai.App.Features.Orders.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Reads assets and their repairs.</summary>
internal static class AssetQuery
{
    public static Asset? Find(DatabaseSession session, long customerId, long assetId)
    {
        using var rows = session.Read($"SELECT {Asset.Columns} FROM asset a JOIN product p ON p.id = a.product_id WHERE a.customer_id = @customer AND a.id = @asset",
            ("customer", customerId), ("asset", assetId));
        return rows.Next() ? Asset.From(rows) : null;
    }

    /// <summary>A customer's, those in use first, then the newest.</summary>
    public static List<Asset> Of(DatabaseSession session, long customerId, int limit)
    {
        var assets = new List<Asset>();
        using var rows = session.Read($"""
            SELECT {Asset.Columns} FROM asset a JOIN product p ON p.id = a.product_id WHERE a.customer_id = @customer
            ORDER BY CASE WHEN a.retired_on IS NULL THEN 0 ELSE 1 END, a.id DESC LIMIT {limit}
            """, ("customer", customerId));
        while (rows.Next()) assets.Add(Asset.From(rows));
        return assets;
    }

    /// <summary>The newest before an id.</summary>
    public static List<Repair> Repairs(DatabaseSession session, long customerId, long assetId, int limit)
    {
        var repairs = new List<Repair>();
        using var rows = session.Read($"""
            SELECT r.id, r.done_on, r.fault, r.fault_words, r.work, s.name, r.cost_minor, r.currency, r.under_warranty FROM repair r LEFT JOIN staff s ON s.id = r.staff_id
            WHERE r.customer_id = @customer AND r.asset_id = @asset ORDER BY r.done_on DESC, r.id DESC LIMIT {limit}
            """, ("customer", customerId), ("asset", assetId));
        while (rows.Next())
            repairs.Add(new Repair(rows.Long(0), rows.Day(1), rows.Text(2), rows.TextOrNull(3), rows.Text(4), rows.TextOrNull(5), rows.LongOrNull(6), rows.Text(7), rows.Flag(8)));
        return repairs;
    }

    /// <summary>A page of everybody's: the newest, or those in alarm, the latest alarm first.</summary>
    /// <param name="seen">Whose the reader may see.</param>
    public static List<AssetRow> List(DatabaseSession session, CustomerScope seen, bool inAlarm, AssetPlace? after, int limit)
    {
        var beyond = after is null ? "" : inAlarm ? " AND (a.alarm_on, a.id) < (@on, @id)" : " AND a.id < @id";
        var values = seen.Values.ToList();
        if (after is { } place)
        {
            values.Add(("id", place.Id));
            if (inAlarm) values.Add(("on", place.On));
        }
        var found = new List<AssetRow>();
        using var rows = session.Read($"""
            SELECT {Asset.Columns}, c.name FROM asset a JOIN product p ON p.id = a.product_id JOIN customer c ON c.customer_id = a.customer_id
            WHERE {(inAlarm ? "a.alarm_on IS NOT NULL" : "true")}{seen.And("c")}{beyond} ORDER BY {(inAlarm ? "a.alarm_on DESC, a.id DESC" : "a.id DESC")} LIMIT {limit}
            """, values.ToArray());
        while (rows.Next()) found.Add(new AssetRow(Asset.From(rows), rows.Text(18)));
        return found;
    }

    /// <summary>Those with a serial number; two makers may have given the same.</summary>
    public static List<AssetRow> OfSerial(DatabaseSession session, string typed, CustomerScope seen)
    {
        var found = new List<AssetRow>();
        using var rows = session.Read($"""
            SELECT {Asset.Columns}, c.name FROM asset_serial n JOIN asset a ON a.customer_id = n.customer_id AND a.id = n.asset_id
            JOIN product p ON p.id = a.product_id JOIN customer c ON c.customer_id = a.customer_id
            WHERE n.serial_number = @serial{seen.And("c")} ORDER BY a.id DESC LIMIT 50
            """, [("serial", ExternalId.Normalize(typed)), .. seen.Values]);
        while (rows.Next()) found.Add(new AssetRow(Asset.From(rows), rows.Text(18)));
        return found;
    }

    public static List<RepairFact> Facts(DatabaseSession session, long customerId, long assetId)
    {
        var facts = new List<RepairFact>();
        using var rows = session.Read("SELECT id, done_on, fault, fault_words FROM repair WHERE customer_id = @customer AND asset_id = @asset", ("customer", customerId), ("asset", assetId));
        while (rows.Next()) facts.Add(new RepairFact(rows.Long(0), rows.Day(1), Model.Fault.KeyOf(rows.Text(2), rows.TextOrNull(3))));
        return facts;
    }
}

/// <summary>One line of the list of everybody's.</summary>
public sealed record AssetRow(Asset Asset, string Customer);

/// <summary>Where a page ended.</summary>
/// <param name="On">Of the alarm; the list of the newest does without.</param>
public readonly record struct AssetPlace(DateOnly On, long Id)
{
    public override string ToString() => $"{On:yyyyMMdd}.{Id}";

    public static AssetPlace? Parse(string? text) =>
        text?.Split('.') is [var on, var id] && DateOnly.TryParseExact(on, "yyyyMMdd", out var day) && long.TryParse(id, out var number) ? new AssetPlace(day, number) : null;
}
