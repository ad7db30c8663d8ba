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

    public void AfterMerge(DatabaseSession session, long survivor) => OrderSummaries.Refresh(session, [survivor]);

    public void AfterUndo(DatabaseSession session, IReadOnlyList<long> customers) => OrderSummaries.Refresh(session, customers);
}
