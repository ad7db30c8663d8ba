using System.Globalization;
using System.Text;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.List;

/// <summary>Which customers to list, in which order; each is served by an index.</summary>
public enum CustomerView
{
    /// <summary>All, those registered last first.</summary>
    Newest,

    /// <summary>Those who ordered, the latest order first.</summary>
    LastOrder,

    /// <summary>Those who ordered, the highest total first.</summary>
    Total,

    /// <summary>Later than their own rhythm, those who fell silent last first: they are won back most easily.</summary>
    Silent,

    /// <summary>Expected to buy within two weeks, the earliest first.</summary>
    DueSoon,

    /// <summary>Whose first order is of this month.</summary>
    NewThisMonth,
}

/// <param name="Scope">What the reader may see, narrowed to a store where one was chosen.</param>
/// <param name="OwnerId">Only this person's.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record CustomerListFilter(CustomerView View, DateOnly Today, CustomerScope Scope, long? OwnerId, ListPosition? After)
{
    /// <summary>The store that was chosen, for whoever may choose one.</summary>
    public long? StoreId { get; init; }
}

/// <summary>The last line of a page: its sorting value and the customer.</summary>
public readonly record struct ListPosition(long Value, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value}.{Id}");

    public static ListPosition? Parse(string? text) =>
        text?.Split('.') is [var value, var id]
        && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var customer)
            ? new ListPosition(at, customer)
            : null;
}

/// <summary>Reads one page. Joins one summary row a customer; never aggregates, never skips rows it has read before.</summary>
internal static class CustomerListQuery
{
    private const int DueWithinDays = 14;

    /// <summary>A store or a person with fewer customers than this is read whole and sorted; the order's index is walked otherwise.</summary>
    private const int Few = 5_000;

    public static List<CustomerRow> Read(DatabaseSession session, CustomerListFilter filter, int limit, Masking? masking = null)
    {
        var values = new List<(string, object?)>();
        var where = new StringBuilder();
        var customers = new List<string>();
        void Add(string condition, params ReadOnlySpan<(string, object?)> named)
        {
            where.Append(" AND ").Append(condition);
            foreach (var value in named) values.Add(value);
        }
        void Narrow(string condition, params ReadOnlySpan<(string, object?)> named)
        {
            customers.Add(condition);
            Add(condition, named);
        }
        if (!filter.Scope.IsAll) Narrow(filter.Scope.Where("c"), filter.Scope.Values);
        if (filter.OwnerId is { } owner) Narrow("c.owner_id = @owner", ("owner", owner));
        var order = OrderOf(filter.View);
        AddRange(filter, Add);
        AddAfter(filter, order, Add);

        // CROSS JOIN tells SQLite which table leads, a materialized table tells PostgreSQL.
        var few = order.Column is not null && LedByCustomers(session, filter);
        var with = few ? $"WITH few AS MATERIALIZED (SELECT * FROM customer c WHERE {string.Join(" AND ", customers)})" : "";
        var from = order.Column is null ? "customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id"
            : few ? "few c CROSS JOIN order_summary s"
            : "order_summary s CROSS JOIN customer c";
        var joined = order.Column is null ? "true" : "s.customer_id = c.customer_id";
        var direction = order.Ascending ? "" : " DESC";
        var by = order.Column is null ? $"c.customer_id{direction}" : $"s.{order.Column}{direction}, s.customer_id{direction}";
        var sql = $"""
            {with} SELECT {CustomerRow.Columns} FROM {from} LEFT JOIN staff o ON o.id = c.owner_id
            WHERE {joined}{where} ORDER BY {by} LIMIT {limit}
            """;
        var page = new List<CustomerRow>(limit);
        using var rows = session.Read(sql, values.ToArray());
        while (rows.Next()) page.Add(CustomerRow.From(rows).Masked(masking));
        return page;
    }

    /// <summary>Lines for customers already chosen, in their order.</summary>
    public static List<CustomerRow> Read(DatabaseSession session, IReadOnlyList<long> ids, Masking? masking = null)
    {
        if (ids.Count == 0) return [];
        var found = new Dictionary<long, CustomerRow>(ids.Count);
        using var rows = session.Read($"""
            SELECT {CustomerRow.Columns} FROM customer c LEFT JOIN order_summary s ON s.customer_id = c.customer_id LEFT JOIN staff o ON o.id = c.owner_id
            WHERE c.customer_id IN ({string.Join(',', ids)})
            """);
        while (rows.Next())
        {
            var row = CustomerRow.From(rows).Masked(masking);
            found[row.Id] = row;
        }
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>Where the page that ends with the row ends.</summary>
    public static ListPosition PositionOf(CustomerRow row, CustomerView view) => new(view switch
    {
        CustomerView.Newest => 0,
        CustomerView.LastOrder => row.LastOrderOn!.Value.DayNumber,
        CustomerView.Total => row.TotalMinor,
        CustomerView.Silent => row.SilentOn!.Value.DayNumber,
        CustomerView.DueSoon => row.NextPurchaseOn!.Value.DayNumber,
        CustomerView.NewThisMonth => row.FirstOrderOn!.Value.DayNumber,
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    }, row.Id);

    private static (string? Column, bool Ascending) OrderOf(CustomerView view) => view switch
    {
        CustomerView.Newest => (null, false),
        CustomerView.LastOrder => ("last_order_on", false),
        CustomerView.Total => ("total_minor", false),
        CustomerView.Silent => ("silent_on", false),
        CustomerView.DueSoon => ("next_purchase_on", true),
        CustomerView.NewThisMonth => ("first_order_on", false),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private delegate void Adding(string condition, params ReadOnlySpan<(string, object?)> named);

    private static void AddRange(CustomerListFilter filter, Adding add)
    {
        var today = filter.Today;
        switch (filter.View)
        {
            case CustomerView.LastOrder:
                add("s.last_order_on IS NOT NULL");
                break;
            case CustomerView.Silent:
                add("s.silent_on <= @today", ("today", today));
                break;
            case CustomerView.DueSoon:
                add("s.next_purchase_on >= @today AND s.next_purchase_on <= @until", ("today", today), ("until", today.AddDays(DueWithinDays)));
                break;
            case CustomerView.NewThisMonth:
                add("s.first_order_on >= @month AND s.first_order_on <= @today", ("month", new DateOnly(today.Year, today.Month, 1)), ("today", today));
                break;
        }
    }

    private static void AddAfter(CustomerListFilter filter, (string? Column, bool Ascending) order, Adding add)
    {
        if (filter.After is not { } after) return;
        var beyond = order.Ascending ? ">" : "<";
        if (order.Column is null) add($"c.customer_id {beyond} @afterId", ("afterId", after.Id));
        else if (filter.View == CustomerView.Total) add($"(s.total_minor, s.customer_id) {beyond} (@after, @afterId)", ("after", after.Value), ("afterId", after.Id));
        else if (after.Value >= DateOnly.MinValue.DayNumber && after.Value <= DateOnly.MaxValue.DayNumber)
            add($"(s.{order.Column}, s.customer_id) {beyond} (@after, @afterId)", ("after", DateOnly.FromDayNumber((int)after.Value)), ("afterId", after.Id));
    }

    private static bool LedByCustomers(DatabaseSession session, CustomerListFilter filter)
    {
        var whose = filter.OwnerId is { } owner ? CustomerScope.OfOwner(owner) : filter.Scope;
        return !whose.IsAll && session.Scalar<long>($"SELECT count(*) FROM (SELECT 1 FROM customer c WHERE {whose.Where("c")} LIMIT {Few}) k", whose.Values) < Few;
    }
}
