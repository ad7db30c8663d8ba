using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Card;

/// <summary>What the customer bought, and when they are expected again.</summary>
internal sealed class PurchasesPanel : ICardPanel
{
    private const int LastOrders = 3;
    private const int Rank = 20;

    public CardPanel? Load(CardRequest request)
    {
        var mayEnter = OrderDesk.MayEnter(request.Viewer);
        var summary = PurchaseSummary.Read(request.Session, request.Customer.Id);
        if (summary is null && !mayEnter) return null;
        var orders = OrderGlance.Latest(request.Session, request.Customer.Id, DateTimeOffset.MaxValue, long.MaxValue, LastOrders);
        return new CardPanel(Rank, typeof(PurchasesSection), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(PurchasesSection.CustomerId)] = request.Customer.Id,
            [nameof(PurchasesSection.MayEnter)] = mayEnter,
            [nameof(PurchasesSection.Summary)] = summary,
            [nameof(PurchasesSection.Orders)] = orders,
        });
    }
}

/// <summary>The row of order_summary that belongs to the customer.</summary>
public sealed record PurchaseSummary(
    int Orders, int Returns, long TotalMinor, string Currency, DateOnly? FirstOn, DateOnly? LastOn, int? TypicalDays, DateOnly? NextOn, string? Basis, DateOnly? SilentOn)
{
    internal static PurchaseSummary? Read(DatabaseSession session, long customerId)
    {
        using var rows = session.Read("""
            SELECT orders, returns, total_minor, currency, first_order_on, last_order_on, median_days, next_purchase_on, next_purchase_basis, silent_on
            FROM order_summary WHERE customer_id = @customer
            """, ("customer", customerId));
        return rows.Next()
            ? new PurchaseSummary(rows.Int(0), rows.Int(1), rows.Long(2), rows.TextOrNull(3) ?? "", rows.DayOrNull(4), rows.DayOrNull(5), rows.IntOrNull(6),
                rows.DayOrNull(7), rows.TextOrNull(8), rows.DayOrNull(9))
            : null;
    }
}
