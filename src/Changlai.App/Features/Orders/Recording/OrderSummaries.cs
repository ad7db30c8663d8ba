using System.Runtime.InteropServices;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Keeps one row a customer with what lists and the planner ask of the order history.</summary>
internal static class OrderSummaries
{
    private const string Touched = "touched_summary";

    public static void Refresh(DatabaseSession session, IReadOnlyCollection<long> customers)
    {
        session.CreateTemporaryTable(Touched, "customer_id bigint PRIMARY KEY");
        using (var insert = session.Insert(Touched, "customer_id"))
        {
            foreach (var customer in customers) insert.Add(customer).EndRow();
            insert.Complete();
        }
        session.Analyze(Touched);
        session.Execute($"DELETE FROM order_summary WHERE customer_id IN (SELECT customer_id FROM {Touched})");
        var summaries = Read(session);
        using (var insert = session.Insert("order_summary", "customer_id", "orders", "returns", "total_minor", "margin_minor", "currency",
            "first_order_on", "last_order_on", "last_order_id", "median_days", "next_purchase_on", "next_purchase_basis", "silent_on"))
        {
            foreach (var summary in CollectionsMarshal.AsSpan(summaries)) summary.Write(insert);
            insert.Complete();
        }
        session.Execute($"DROP TABLE {Touched}");
    }

    private static List<CustomerSummary> Read(DatabaseSession session)
    {
        var summaries = new List<CustomerSummary>();
        var builder = new SummaryBuilder();
        using var rows = session.Read($"""
            SELECT o.customer_id, o.id, o.kind, o.ordered_on, o.total_minor, o.margin_minor, o.supply_days, o.returns_order_id, o.currency
            FROM {Touched} t JOIN customer_order o ON o.customer_id = t.customer_id ORDER BY o.customer_id, o.id
            """);
        while (rows.Next())
        {
            if (rows.Long(0) != builder.CustomerId)
            {
                if (builder.CustomerId != 0) summaries.Add(builder.Build());
                builder.Start(rows.Long(0));
            }
            builder.Add(rows.Long(1), rows.Text(2) == "return", rows.Day(3).DayNumber, rows.Long(4), rows.Long(5), rows.IntOrNull(6) ?? 0, rows.LongOrNull(7) ?? 0, rows.Text(8));
        }
        if (builder.CustomerId != 0) summaries.Add(builder.Build());
        return summaries;
    }
}

internal readonly record struct CustomerSummary(
    long CustomerId, int Orders, int Returns, long TotalMinor, long MarginMinor, string Currency, PurchaseRhythm? Rhythm, long LastOrderId)
{
    public void Write(BulkInsert insert)
    {
        insert.Add(CustomerId).Add(Orders).Add(Returns).Add(TotalMinor).Add(MarginMinor).Add(Currency);
        if (Rhythm is { } rhythm)
        {
            insert.Add(DateOnly.FromDayNumber(rhythm.FirstOn)).Add(DateOnly.FromDayNumber(rhythm.LastOn)).Add(LastOrderId).Add(rhythm.TypicalDays)
                .Add(rhythm.NextPurchaseOn is { } next ? DateOnly.FromDayNumber(next) : (DateOnly?)null)
                .Add(rhythm.Basis switch { RhythmBasis.Personal => "personal", RhythmBasis.Product => "product", _ => null })
                .Add(DateOnly.FromDayNumber(rhythm.SilentOn));
        }
        else
        {
            for (var column = 0; column < 7; column++) insert.AddNull();
        }
        insert.EndRow();
    }
}

internal sealed class SummaryBuilder
{
    private readonly List<(long Id, int On, long Total, int Supply)> purchases = [];
    private readonly Dictionary<long, long> returned = [];
    private readonly List<int> days = [];
    private int orders;
    private int returns;
    private long total;
    private long margin;
    private string currency = "";

    public long CustomerId { get; private set; }

    public void Start(long customerId)
    {
        CustomerId = customerId;
        purchases.Clear();
        returned.Clear();
        (orders, returns, total, margin) = (0, 0, 0, 0);
    }

    public void Add(long id, bool isReturn, int on, long totalMinor, long marginMinor, int supplyDays, long returnsOrderId, string orderCurrency)
    {
        total += totalMinor;
        margin += marginMinor;
        currency = orderCurrency;
        if (isReturn)
        {
            returns++;
            if (returnsOrderId != 0) returned[returnsOrderId] = returned.GetValueOrDefault(returnsOrderId) - totalMinor;
            return;
        }
        orders++;
        purchases.Add((id, on, totalMinor, supplyDays));
    }

    public CustomerSummary Build()
    {
        // What came back whole was no purchase.
        if (returned.Count > 0) purchases.RemoveAll(order => order.Total > 0 && returned.GetValueOrDefault(order.Id) >= order.Total);
        purchases.Sort(static (a, b) => a.On != b.On ? a.On.CompareTo(b.On) : a.Id.CompareTo(b.Id));
        days.Clear();
        foreach (var order in purchases)
            if (days.Count == 0 || days[^1] != order.On) days.Add(order.On);
        PurchaseRhythm? rhythm = days.Count == 0 ? null : PurchaseRhythm.From(CollectionsMarshal.AsSpan(days), purchases[^1].Supply);
        return new CustomerSummary(CustomerId, orders, returns, total, margin, currency, rhythm, days.Count == 0 ? 0 : purchases[^1].Id);
    }
}
