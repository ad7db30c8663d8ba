using System.Runtime.InteropServices;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>
/// Takes a batch of order lines into the database: what is new is added, what changed replaces what was there, what is the same
/// is left alone. Summaries and the events of whoever listens follow in the same transaction.
/// </summary>
internal sealed class OrderRecorder(DatabaseSession session, IEnumerable<IOrdersRecorded> listeners, TimeProvider time)
{
    public RecordingReport Record(OrderBatch batch, RecordingOptions options)
    {
        session.LockInTransaction(OrderLock.Name);
        var report = new RecordingReport { Customers = batch.Customers.Count, Products = batch.Products.Count };
        if (batch.Lines.Count == 0) return report;
        var places = BatchPlaces.Resolve(session, batch, options);
        var refused = options.OnlyThisStore ? OtherStores.NumbersIn(session, batch, options.Source, places.Fallback.Id) : [];
        var strangers = options.OnlyThisStore ? OtherStores.CustomersIn(session, batch, options.Source, places.Fallback.Id) : [];
        foreach (var index in Enumerable.Range(0, strangers.Count == 0 ? 0 : batch.Lines.Count))
            if (strangers.Contains(batch.Lines[index].Customer) && !refused.Contains(batch.Lines[index].Order)) report.LinesOfAnotherStoresCustomer.Add(index);
        var gone = ErasedIn(batch, options.Source);
        foreach (var index in Enumerable.Range(0, gone.Count == 0 ? 0 : batch.Lines.Count))
            if (gone.Contains(batch.Lines[index].Customer) && !refused.Contains(batch.Lines[index].Order) && !strangers.Contains(batch.Lines[index].Customer)) report.LinesOfErased.Add(index);
        var withStrangers = report.LinesOfAnotherStoresCustomer.Concat(report.LinesOfErased).Select(index => batch.Lines[index].Order).ToHashSet();
        var grouped = new BatchOrders(batch, report.LinesOfAnotherCustomer, withStrangers.Union(refused).ToHashSet());
        if (refused.Count > 0) report.LinesOfAnotherStore.AddRange(Enumerable.Range(0, batch.Lines.Count).Where(line => refused.Contains(batch.Lines[line].Order)));
        var products = Products(batch, grouped, refused.Count + strangers.Count + gone.Count > 0);
        var (customers, created, corrected) = Customers(batch, grouped, places, options.Source, refused.Count + strangers.Count + gone.Count > 0);
        report.NewCustomers = created;
        if (corrected.Count > 0) Tell(corrected);
        Write(grouped, places, products, customers, options.Source, report, returnsOrderId: 0);
        return report;
    }

    /// <summary>Places of customers who asked to be erased: an old file does not bring them back.</summary>
    private HashSet<int> ErasedIn(OrderBatch batch, string source)
    {
        var erased = ErasedKeys.Read(session);
        return erased.IsEmpty ? [] : [.. batch.Customers.Index().Where(one => erased.Has(KeyKind(one.Item, source), KeyValue(one.Item))).Select(one => one.Index)];
    }

    /// <summary>
    /// Takes one order or return that a person entered for a customer who is known; all its products are known too. A number
    /// that is stored already is changed.
    /// </summary>
    /// <returns>The order's id.</returns>
    public long RecordEntered(OrderBatch batch, RecordingProduct[] products, EnteredOrder entered)
    {
        session.LockInTransaction(OrderLock.Name);
        var report = new RecordingReport { Customers = 1, Products = products.Length };
        var places = new BatchPlaces(entered.Store, [entered.Store], entered.StaffId is { } staff ? [staff] : []);
        var rows = Write(new BatchOrders(batch, []), places, products, [entered.CustomerId], OrderSources.ByHand, report, entered.ReturnsOrderId);
        return rows[0].Id != 0 ? rows[0].Id : rows[0].StoredId;
    }

    private OrderRow[] Write(
        BatchOrders grouped, BatchPlaces places, RecordingProduct[] products, long[] customers, string source, RecordingReport report, long returnsOrderId)
    {
        var rows = new OrderRow[grouped.Orders.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = Row(grouped, i, customers, places, products);
        foreach (var order in grouped.Orders)
        {
            if (order.IsReturn) (report.Returns, report.ReturnLines) = (report.Returns + 1, report.ReturnLines + order.LineCount);
            else (report.Orders, report.OrderLines) = (report.Orders + 1, report.OrderLines + order.LineCount);
        }

        var stored = new StoredOrders(session, source);
        stored.Match(rows, index => grouped.NumberOf(grouped.Orders[index]));
        var toWrite = Enumerable.Range(0, rows.Length).Where(i => rows[i].StoredId == 0 || !stored.IsSame(rows[i])).ToArray();
        report.Unchanged = rows.Length - toWrite.Length;
        report.Updated = toWrite.Count(i => rows[i].StoredId != 0);
        report.New = toWrite.Length - report.Updated;
        report.Updated += stored.Leftover.Count;
        if (toWrite.Length == 0 && stored.Leftover.Count == 0) return rows;

        AssignIds(rows, toWrite);
        if (returnsOrderId == 0) ReturnMatching.MatchWithinBatch(grouped, rows, products);
        else foreach (ref var row in rows.AsSpan()) (row.ReturnsOrderId, row.ReturnStated) = (returnsOrderId, true);
        stored.Remove(toWrite.Where(i => rows[i].StoredId != 0).Select(i => (rows[i].StoredCustomerId, rows[i].StoredId)).Concat(stored.Leftover));
        Array.Sort(toWrite, (a, b) => rows[a].CustomerId != rows[b].CustomerId
            ? rows[a].CustomerId.CompareTo(rows[b].CustomerId) : rows[a].Id.CompareTo(rows[b].Id));
        new OrderWriter(session, source, grouped, products, places).Write(rows, toWrite);

        var touched = new SortedSet<long>();
        foreach (var i in toWrite)
        {
            touched.Add(rows[i].CustomerId);
            if (rows[i].StoredCustomerId != 0) touched.Add(rows[i].StoredCustomerId);
        }
        touched.UnionWith(stored.Leftover.Select(order => order.CustomerId));
        if (report.NewCustomers < customers.Length) ReturnTies.Refresh(session, touched);
        OrderSummaries.Refresh(session, touched);
        if (session.Journal is { } journal)
        {
            journal.Touch(touched);
            // Whether an order was changed otherwise since: kept as one number for all that are new.
            journal.Note(OrderUndo.Digest, [toWrite.Where(i => journal.IsMade(OrderTables.Ids, rows[i].Id)).Aggregate(0L, (digest, i) => digest ^ rows[i].ContentHash).ToString()]);
        }
        Tell(touched);
        return rows;
    }

    private void Tell(IReadOnlyCollection<long> customers)
    {
        foreach (var listener in listeners) listener.OrdersRecorded(session, customers);
    }

    /// <summary>Where lines were turned down, what only they name is not made.</summary>
    private RecordingProduct[] Products(OrderBatch batch, BatchOrders grouped, bool onlyTaken)
    {
        if (!onlyTaken) return BatchProducts.Resolve(session, batch.Products);
        var taken = grouped.Orders.SelectMany(order => Enumerable.Range(order.FirstLine, order.LineCount)).Select(position => grouped.Line(position).Product).ToHashSet();
        return Spread(batch.Products, taken.Contains, some => BatchProducts.Resolve(session, some));
    }

    private (long[] Ids, int Created, IReadOnlyList<long> Corrected) Customers(OrderBatch batch, BatchOrders grouped, BatchPlaces places, string source, bool onlyTaken)
    {
        var known = KnownAs(batch, grouped, places, source);
        if (!onlyTaken) return CustomerRegistry.Resolve(session, source, known, time.GetUtcNow());
        var taken = grouped.Orders.Select(order => order.Customer).ToHashSet();
        var created = 0;
        IReadOnlyList<long> corrected = [];
        var ids = Spread(known, taken.Contains, some =>
        {
            (var found, created, corrected) = CustomerRegistry.Resolve(session, source, some, time.GetUtcNow());
            return found;
        });
        return (ids, created, corrected);
    }

    /// <summary>Resolves some of a list and leaves the others' places empty.</summary>
    private static TFound[] Spread<TNamed, TFound>(IReadOnlyList<TNamed> all, Func<int, bool> isTaken, Func<List<TNamed>, TFound[]> resolve)
    {
        var places = Enumerable.Range(0, all.Count).Where(isTaken).ToList();
        var found = resolve([.. places.Select(place => all[place])]);
        var spread = new TFound[all.Count];
        foreach (var (index, place) in places.Index()) spread[place] = found[index];
        return spread;
    }

    /// <summary>A new customer belongs to the store, and to the person, of the latest order.</summary>
    private static KnownAs[] KnownAs(OrderBatch batch, BatchOrders grouped, BatchPlaces places, string source)
    {
        var latest = new int[batch.Customers.Count];
        Array.Fill(latest, -1);
        for (var i = 0; i < grouped.Orders.Count; i++)
        {
            var order = grouped.Orders[i];
            if (latest[order.Customer] < 0 || order.OrderedAt >= grouped.Orders[latest[order.Customer]].OrderedAt) latest[order.Customer] = i;
        }
        return batch.Customers.Select((customer, index) =>
        {
            var (kind, value) = (KeyKind(customer, source), KeyValue(customer));
            if (latest[index] < 0) return new KnownAs(kind, value, customer.Number, customer.Name, customer.Phone, places.Fallback.Id, null);
            var order = grouped.Orders[latest[index]];
            return new KnownAs(kind, value, customer.Number, customer.Name, customer.Phone, places.StoreOf(order.Store).Id,
                order.Staff < 0 ? null : places.Staff[order.Staff]);
        }).ToArray();
    }

    /// <summary>By what a file knows a customer: their number, else their phone, else their name.</summary>
    public static string KeyKind(OrderFileCustomer customer, string source) => customer.Key[0] switch { 'n' => CustomerKeys.OfNumber(source), 'p' => "phone", _ => $"name:{source}" };

    public static string KeyValue(OrderFileCustomer customer) => customer.Key[2..];

    private static OrderRow Row(BatchOrders grouped, int index, long[] customers, BatchPlaces places, RecordingProduct[] products)
    {
        var order = grouped.Orders[index];
        var store = places.StoreOf(order.Store);
        var row = new OrderRow
        {
            BatchOrder = index,
            CustomerId = customers[order.Customer],
            Store = store,
            OrderedAt = StoreDay.At(order.OrderedAt, store.Zone),
            OrderedOn = DateOnly.FromDateTime(order.OrderedAt),
        };
        var hash = new ContentHash();
        hash.Add(row.CustomerId);
        hash.Add(row.OrderedAt.ToUnixTimeMilliseconds());
        hash.Add(store.Id);
        hash.Add(order.Staff < 0 ? 0 : places.Staff[order.Staff]);
        hash.Add(order.IsReturn ? 1 : 0);
        var supply = new MainSupply();
        for (var position = order.FirstLine; position < order.FirstLine + order.LineCount; position++)
        {
            ref readonly var line = ref grouped.Line(position);
            var sign = ReturnSign.Of(order, line);
            var product = products[line.Product];
            hash.Add(product.Id);
            hash.Add(line.QuantityMilli * sign);
            hash.Add(line.UnitPriceMinor);
            hash.Add(line.AmountMinor * sign);
            row.TotalMinor += line.AmountMinor * sign;
            row.MarginMinor += product.Margin(line.AmountMinor * sign, line.QuantityMilli * sign, store.Currency);
            if (!order.IsReturn && product.RepurchaseDays > 0) supply.Add(product, line.AmountMinor, line.QuantityMilli);
        }
        (row.SupplyProductId, row.SupplyDays) = supply.Found;
        row.ContentHash = hash.Value;
        return row;
    }

    /// <summary>Ids follow customers and time, so that a customer's orders lie together in the order they happened.</summary>
    private void AssignIds(OrderRow[] rows, int[] toWrite)
    {
        var fresh = toWrite.Where(i => rows[i].StoredId == 0).ToArray();
        foreach (var i in toWrite.Except(fresh)) rows[i].Id = rows[i].StoredId;
        if (fresh.Length == 0) return;
        Array.Sort(fresh, (a, b) => rows[a].CustomerId != rows[b].CustomerId ? rows[a].CustomerId.CompareTo(rows[b].CustomerId)
            : rows[a].OrderedAt != rows[b].OrderedAt ? rows[a].OrderedAt.CompareTo(rows[b].OrderedAt) : a.CompareTo(b));
        var id = session.ReserveIds(OrderTables.Ids, fresh.Length);
        foreach (var i in fresh) rows[i].Id = id++;
    }
}

/// <summary>What is known of an order that a person enters.</summary>
/// <param name="ReturnsOrderId">For a return the order it takes back, as the person stated it; 0 for an order.</param>
internal sealed record EnteredOrder(long CustomerId, RecordingStore Store, long? StaffId, long ReturnsOrderId = 0);

/// <summary>Returns are stored as negative quantities and amounts, however the file wrote them.</summary>
internal static class ReturnSign
{
    public static int Of(in BatchOrder order, in Import.OrderFileLine line) => order.IsReturn && line.QuantityMilli > 0 ? -1 : 1;
}
