using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Model;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>
/// Records what people enter by hand, inside the caller's transaction, by the way every order goes: summaries and whoever
/// listens follow at once.
/// </summary>
internal sealed class HandOrders(DatabaseSession session, IEnumerable<IOrdersRecorded> listeners, TimeProvider time)
{
    /// <returns>The order's id.</returns>
    public long Enter(long customerId, CheckedOrder order) => Record(NewNumber(), customerId, order, 1, 0);

    /// <param name="number">The number of an order that was entered by hand.</param>
    public void Change(string number, long customerId, CheckedOrder order) => Record(number, customerId, order, 1, 0);

    /// <returns>The return's id.</returns>
    public long Return(long customerId, CheckedOrder back, long orderId) => Record(NewNumber(), customerId, back, -1, orderId);

    private string NewNumber() => $"H{session.ReserveIds("order-by-hand", 1):D6}";

    private long Record(string number, long customerId, CheckedOrder order, int sign, long returnsOrderId)
    {
        var lines = OrderFileLines.Of(order.Lines.Select((line, index) => new OrderFileLine(index + 1, 0, 0, index, 0, order.StaffId is null ? -1 : 0,
            order.OrderedAt, line.QuantityMilli * sign, line.UnitPriceMinor, line.AmountMinor * sign, Cancelled: sign < 0)));
        // Customer, store, person and products are known by id; the batch needs their places alone.
        var batch = new OrderBatch(lines, [number], [], [], [], []);
        var products = order.Lines.Select(line => new RecordingProduct(line.Product.Id, line.Product.CostMinor, line.Product.CycleDays, line.Product.Currency)).ToArray();
        var store = new RecordingStore(order.Store.Id, order.Store.Currency, order.Store.Zone);
        return new OrderRecorder(session, listeners, time).RecordEntered(batch, products, new EnteredOrder(customerId, store, order.StaffId, returnsOrderId));
    }
}
