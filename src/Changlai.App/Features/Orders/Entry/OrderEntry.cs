using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Entry;

/// <summary>Takes orders and returns that were entered, for the page and for the API: one transaction, once for each key.</summary>
internal sealed class OrderEntry(Database database, StoreDirectory stores, IEnumerable<IOrdersRecorded> listeners, SweepSignal signal, TimeProvider time)
{
    private const string OrderPurpose = "order";
    private const string ReturnPurpose = "return";

    public OrderDesk DeskOf(DatabaseSession session, Viewer viewer, long? customerStoreId) => new(session, stores, viewer, customerStoreId, time);

    public Taken<OrderForm> Enter(DatabaseSession session, OrderDesk desk, long customerId, OrderForm form, string? key)
    {
        var read = desk.Check(form);
        if (read.Order is not { } order) return new Taken<OrderForm>(null, read.Form);
        return Once(session, form, OrderPurpose, customerId, key, orders => orders.Enter(customerId, order));
    }

    /// <param name="version">The version that was changed; null for whichever is there.</param>
    public Taken<OrderForm> Change(DatabaseSession session, OrderDesk desk, long customerId, StoredOrder stored, OrderForm form, string? version = null)
    {
        var kept = stored.Lines.Select(line => line.Product).ToList();
        var read = desk.Check(form, kept);
        if (read.Order is not { } order) return new Taken<OrderForm>(null, read.Form);
        session.Begin();
        session.LockInTransaction(OrderLock.Name);
        if (version is not null && StoredOrder.Find(session, customerId, stored.Id)?.Version != version)
        {
            session.Rollback();
            return new Taken<OrderForm>(null, form) { IsStale = true };
        }
        if (AgainstReturns(session, customerId, stored, order) is { Count: > 0 } errors)
        {
            session.Rollback();
            return new Taken<OrderForm>(null, form with { Errors = errors });
        }
        new HandOrders(session, listeners, time).Change(stored.Number, customerId, order);
        return Finish(session, form, stored.Id);
    }

    public Taken<ReturnForm> Return(DatabaseSession session, OrderDesk desk, long customerId, StoredOrder stored, ReturnForm form, string? key)
    {
        // Two people at two counters: what is left is counted under the lock.
        session.Begin();
        session.LockInTransaction(OrderLock.Name);
        var purpose = $"{ReturnPurpose}:{customerId}:{stored.Id}";
        if (OnceOnly.Before(session, purpose, key, time.GetUtcNow()) is { Length: > 0 } before) return new Taken<ReturnForm>(long.Parse(before), form, Again: true);
        var read = form.Check(desk, stored, Returnable.Of(session, customerId, stored));
        if (read.Back is not { } back)
        {
            session.Rollback();
            return new Taken<ReturnForm>(null, read.Form);
        }
        var id = new HandOrders(session, listeners, time).Return(customerId, back, stored.Id);
        OnceOnly.Remember(session, purpose, key, id.ToString());
        return Finish(session, form, id);
    }

    /// <summary>The expected date of what was typed so far.</summary>
    public static ExpectedPurchase Expect(DatabaseSession session, OrderDesk desk, long customerId, OrderForm form, DateOnly today, long? replaces) => ExpectedPurchase.Of(
        session, customerId, DateOnly.TryParseExact(form.OrderedOn, "yyyy-MM-dd", out var day) ? day : today, desk.StoreOf(form.Store)?.Currency ?? "", desk.LinesSoFar(form), replaces);

    public Database Database => database;

    private Taken<TForm> Once<TForm>(DatabaseSession session, TForm form, string purpose, long customerId, string? key, Func<HandOrders, long> record)
    {
        session.Begin();
        purpose = $"{purpose}:{customerId}";
        if (OnceOnly.Before(session, purpose, key, time.GetUtcNow()) is { Length: > 0 } before) return new Taken<TForm>(long.Parse(before), form, Again: true);
        var id = record(new HandOrders(session, listeners, time));
        OnceOnly.Remember(session, purpose, key, id.ToString());
        return Finish(session, form, id);
    }

    private Taken<TForm> Finish<TForm>(DatabaseSession session, TForm form, long id)
    {
        session.Commit();
        signal.RunSoon();
        return new Taken<TForm>(id, form);
    }

    /// <summary>What came back must have been bought, and before it came back.</summary>
    private static Dictionary<string, Text> AgainstReturns(DatabaseSession session, long customerId, StoredOrder stored, CheckedOrder order)
    {
        var errors = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var product in Returnable.Of(session, customerId, stored))
        {
            var gone = product.BoughtMilli - product.LeftMilli;
            var line = order.Lines.Index().FirstOrDefault(line => line.Item.Product.Id == product.Product.Id).Index;
            if (gone > order.Lines.Where(line => line.Product.Id == product.Product.Id).Sum(line => line.QuantityMilli))
                errors.TryAdd($"quantity-{line}", EntryTexts.BelowReturned.With(product.Product.Name, StoredOrder.Quantity(gone)));
        }
        using var rows = session.Read("SELECT min(ordered_on) FROM customer_order WHERE customer_id = @customer AND kind = 'return' AND returns_order_id = @order",
            ("customer", customerId), ("order", stored.Id));
        if (rows.Next() && rows.DayOrNull(0) is { } first && DateOnly.FromDateTime(order.OrderedAt) > first)
            errors["orderedOn"] = EntryTexts.AfterReturn.With(first.ToString("yyyy-MM-dd"));
        return errors;
    }
}

/// <summary>What came of a form.</summary>
/// <param name="Id">Of what was recorded; null when something is wrong, which the form then says.</param>
/// <param name="Again">The same key had been taken before; nothing was changed.</param>
internal sealed record Taken<TForm>(long? Id, TForm Form, bool Again = false)
{
    /// <summary>Somebody else has changed it since.</summary>
    public bool IsStale { get; init; }
}
