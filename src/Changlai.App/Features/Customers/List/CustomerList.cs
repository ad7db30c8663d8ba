using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.List;

/// <summary>One row of the list.</summary>
public sealed record CustomerRow(
    long Id, string Name, string? Phone, string? Number, string? Store, string? Owner, int Orders, long TotalMinor, string? Currency,
    DateOnly? LastOrderOn, DateOnly? NextPurchaseOn, DateOnly? SilentOn, string? FoundBy);

/// <summary>Which customers, in an order that an index serves.</summary>
public enum CustomerView
{
    /// <summary>Everyone, the newest card first.</summary>
    All,

    /// <summary>Those who bought, the latest first.</summary>
    Recent,

    /// <summary>Those expected to buy again from today on, the soonest first.</summary>
    Expected,

    /// <summary>Those who stayed away longer than is usual for them, the latest first.</summary>
    Silent,
}

/// <summary>A page of the list, and where the next one begins.</summary>
public sealed record CustomerPage(IReadOnlyList<CustomerRow> Rows, string? Next);

internal static class CustomerList
{
    public const int PageSize = 25;
    private const int MostFound = 50;

    private const string Columns = """
        SELECT c.customer_id, c.name, c.phone, c.external_number, t.name, s.name, o.orders, o.total_minor, o.currency, o.last_order_on, o.next_purchase_on, o.silent_on
        """;

    public static CustomerPage Read(DatabaseSession session, CustomerView view, long? store, DateOnly today, string? after)
    {
        var (day, id) = ParseKey(after);
        var values = new List<(string, object?)> { ("limit", PageSize + 1) };
        if (store is not null) values.Add(("store", store));
        if (view != CustomerView.All) values.Add(("today", today));
        if (id is not null) values.Add(("id", id));
        if (id is not null && view != CustomerView.All) values.Add(("day", day));
        var inStore = store is null ? "" : "AND c.store_id = @store";
        var sql = view == CustomerView.All
            ? $"""
                {Columns} FROM customer c LEFT JOIN order_summary o ON o.customer_id = c.customer_id
                LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff s ON s.id = c.owner_id
                WHERE true {inStore} {(id is null ? "" : "AND c.customer_id < @id")} ORDER BY c.customer_id DESC LIMIT @limit
                """
            : ByDay(view, inStore, id is not null);
        var rows = new List<CustomerRow>();
        using (var read = session.Read(sql, values.ToArray()))
            while (read.Next()) rows.Add(Row(read, null));
        if (rows.Count <= PageSize) return new CustomerPage(rows, null);
        rows.RemoveAt(PageSize);
        return new CustomerPage(rows, Key(view, rows[^1]));
    }

    public static CustomerPage Find(DatabaseSession session, string typed, long? store, IEnumerable<ISearchSource> sources, int limit = MostFound)
    {
        var found = new CustomerFinder(session, store, sources).Find(typed, limit);
        if (found.Count == 0) return new CustomerPage([], null);
        var rows = new Dictionary<long, CustomerRow>();
        var by = found.ToDictionary(one => one.Id, one => one.By);
        using (var read = session.Read($"""
            {Columns} FROM customer c LEFT JOIN order_summary o ON o.customer_id = c.customer_id
            LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff s ON s.id = c.owner_id
            WHERE c.customer_id IN ({string.Join(',', by.Keys)})
            """))
            while (read.Next()) rows[read.Long(0)] = Row(read, by[read.Long(0)]);
        return new CustomerPage(found.Where(one => rows.ContainsKey(one.Id)).Select(one => rows[one.Id]).ToList(), null);
    }

    private static string ByDay(CustomerView view, string inStore, bool isLater)
    {
        var (column, from, order, beyond) = view switch
        {
            CustomerView.Expected => ("next_purchase_on", "o.next_purchase_on >= @today", "ASC", ">"),
            CustomerView.Silent => ("silent_on", "o.silent_on <= @today", "DESC", "<"),
            _ => ("last_order_on", "o.last_order_on <= @today", "DESC", "<"),
        };
        var key = isLater ? $"AND (o.{column}, o.customer_id) {beyond} (@day, @id)" : "";
        return $"""
            {Columns} FROM order_summary o JOIN customer c ON c.customer_id = o.customer_id
            LEFT JOIN store t ON t.id = c.store_id LEFT JOIN staff s ON s.id = c.owner_id
            WHERE {from} {inStore} {key} ORDER BY o.{column} {order}, o.customer_id {order} LIMIT @limit
            """;
    }

    private static CustomerRow Row(Rows rows, string? by) => new(
        rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.TextOrNull(5), rows.IntOrNull(6) ?? 0,
        rows.LongOrNull(7) ?? 0, rows.TextOrNull(8), rows.DayOrNull(9), rows.DayOrNull(10), rows.DayOrNull(11), by);

    private static string Key(CustomerView view, CustomerRow row) => view switch
    {
        CustomerView.Recent => $"{row.LastOrderOn:yyyy-MM-dd}~{row.Id}",
        CustomerView.Expected => $"{row.NextPurchaseOn:yyyy-MM-dd}~{row.Id}",
        CustomerView.Silent => $"{row.SilentOn:yyyy-MM-dd}~{row.Id}",
        _ => $"~{row.Id}",
    };

    /// <summary>A key that somebody mangled starts from the beginning.</summary>
    private static (DateOnly Day, long? Id) ParseKey(string? key)
    {
        var parts = (key ?? "").Split('~');
        if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return (default, null);
        if (parts[0].Length == 0) return (default, id);
        return DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, id) : (default, null);
    }
}
