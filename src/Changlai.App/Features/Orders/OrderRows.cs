using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders;

/// <summary>What orders and devices keep of customers.</summary>
internal sealed class OrderRows : ICustomerRows
{
    private static readonly CustomerTable[] All =
    [
        new("order_key", RowFate.Points)
        {
            Of = "(source, external_number) IN (SELECT source, external_number FROM customer_order WHERE customer_id IN (@one, @other))",
            Key = ["source", "external_number"],
            IsWatched = false,
        },
        new("asset_serial", RowFate.Points)
        {
            Of = "(serial_number, product_id) IN (SELECT serial_number, product_id FROM asset WHERE customer_id IN (@one, @other))",
            Key = ["serial_number", "product_id"],
            IsWatched = false,
        },
        new("customer_order", RowFate.Moves) { Called = OrderRowTexts.Orders, Derived = ["supply_days", "supply_product_id"] },
        new("order_line", RowFate.Moves) { Called = OrderRowTexts.Lines, Key = ["order_id", "line"] },
        new("order_summary", RowFate.Rewritten) { IsWatched = false },
        new("bought_product", RowFate.Rewritten) { Key = ["product_id"], IsWatched = false },
        CustomerTable.Apart("bought_due", "a mark for the next sweep, which is set again for whoever is left"),
        new("asset", RowFate.Moves) { Called = OrderRowTexts.Assets },
        new("repair", RowFate.Moves) { Called = OrderRowTexts.Repairs },
    ];

    public IReadOnlyList<CustomerTable> Tables => All;

    public IReadOnlyList<string> Locks => [OrderLock.Name];

    /// <summary>The sales themselves: accounting vouchers are kept for 30 years, records of deals on line for three; neither says for whom.</summary>
    public IReadOnlyList<RetainedRecords> Retainable(DatabaseSession session, long customerId) =>
        session.Scalar<long>("SELECT count(*) FROM customer_order WHERE customer_id = @id", ("id", customerId)) is > 0 and var kept
            ? [new RetainedRecords(OrderRowTexts.Sales, kept, OrderRowTexts.Ground)]
            : [];

    public void Retain(DatabaseSession session, long customerId)
    {
        session.Execute("""
            INSERT INTO retained_order (id, source, external_number, kind, ordered_at, ordered_on, store_id, currency, total_minor, margin_minor)
            SELECT id, source, external_number, kind, ordered_at, ordered_on, store_id, currency, total_minor, margin_minor FROM customer_order WHERE customer_id = @id
            """, ("id", customerId));
        session.Execute("""
            INSERT INTO retained_order_line (order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor)
            SELECT order_id, line, product_id, quantity_milli, unit_price_minor, amount_minor FROM order_line WHERE customer_id = @id
            """, ("id", customerId));
    }

    public void AfterMerge(DatabaseSession session, long survivor) => OrderSummaries.Refresh(session, [survivor]);

    public void AfterUndo(DatabaseSession session, IReadOnlyList<long> customers) => OrderSummaries.Refresh(session, customers);
}
