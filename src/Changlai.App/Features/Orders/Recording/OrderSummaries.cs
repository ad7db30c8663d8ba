using System.Runtime.InteropServices;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>Keeps one row a customer with what lists and the planner ask of the order history.</summary>
internal static class OrderSummaries
{
    private const string Touched = "touched_summary";

    /// <param name="ordersChanged">False where the orders are the same and only what is made of them is not.</param>
    public static void Refresh(DatabaseSession session, IReadOnlyCollection<long> customers, bool ordersChanged = true)
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
        if (ordersChanged) BoughtProducts.Mark(session, Touched);
        session.Execute($"DROP TABLE {Touched}");
    }

    /// <summary>The columns of customer_order <c>o</c> that <see cref="FactOf"/> reads.</summary>
    public const string Facts = "o.id, o.kind, o.ordered_on, o.total_minor, o.margin_minor, o.supply_days, o.returns_order_id";

    public static OrderFact FactOf(Rows rows, int column) => new(rows.Long(column), rows.Day(column + 2).DayNumber, rows.Long(column + 3), rows.Long(column + 4),
        rows.IntOrNull(column + 5) ?? 0, rows.Text(column + 1) == "return", rows.LongOrNull(column + 6) ?? 0);

    private static List<CustomerSummary> Read(DatabaseSession session)
    {
        var summaries = new List<CustomerSummary>();
        var history = new PurchaseHistory();
        var (customer, currency) = (0L, "");
        void Close()
        {
            if (history.IsEmpty) return;
            history.Build();
            summaries.Add(new CustomerSummary(customer, history.Orders, history.Returns, history.TotalMinor, history.MarginMinor, currency,
                history.Rhythm, history.Purchases.Count == 0 ? 0 : history.Purchases[^1].Id));
            history.Clear();
        }
        using var rows = session.Read($"""
            SELECT o.customer_id, o.currency, {Facts} FROM {Touched} t CROSS JOIN customer_order o WHERE o.customer_id = t.customer_id ORDER BY t.customer_id, o.id
            """);
        while (rows.Next())
        {
            if (rows.Long(0) != customer) Close();
            (customer, currency) = (rows.Long(0), rows.Text(1));
            history.Add(FactOf(rows, 2));
        }
        Close();
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
