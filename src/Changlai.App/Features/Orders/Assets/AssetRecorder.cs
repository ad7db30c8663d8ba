using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Rules;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Writes assets and repairs, and keeps the alarm of each asset, inside the caller's transaction.</summary>
/// <param name="listeners">Told of customers whose assets are other than they were.</param>
internal sealed class AssetRecorder(DatabaseSession session, TimeProvider time, IEnumerable<ICustomersChanged> listeners)
{
    private const string Changed = "changed_alarm";
    private static readonly TimeOnly Noon = new(12, 0);

    /// <returns>The id; null when another asset of the product has the serial number.</returns>
    public long? Enter(long customerId, CheckedAsset asset, TimeZoneInfo zone, long? staffId)
    {
        var id = session.ReserveIds("asset", 1);
        if (!TakeSerial(customerId, id, asset)) return null;
        session.Execute("""
            INSERT INTO asset (customer_id, id, product_id, serial_number, kind, started_on, started_at, place, warranty_until, life_ends_on, retired_on, repairs, recorded_at, recorded_by)
            VALUES (@customer, @id, @product, @serial, @kind, @on, @at, @place, @warranty, @life, @retired, 0, @now, @by)
            """, [.. Values(customerId, id, asset, zone), ("now", time.GetUtcNow()), ("by", staffId)]);
        Tell([customerId]);
        return id;
    }

    /// <returns>False when another asset of the product has the serial number.</returns>
    public bool Change(Asset before, CheckedAsset asset, TimeZoneInfo zone)
    {
        session.Execute("DELETE FROM asset_serial WHERE serial_number = @serial AND product_id = @product AND customer_id = @customer AND asset_id = @asset",
            ("serial", before.SerialNumber ?? ""), ("product", before.ProductId), ("customer", before.CustomerId), ("asset", before.Id));
        if (!TakeSerial(before.CustomerId, before.Id, asset)) return false;
        session.Execute("""
            UPDATE asset SET product_id = @product, serial_number = @serial, kind = @kind, started_on = @on, started_at = @at, place = @place,
                warranty_until = @warranty, life_ends_on = @life, retired_on = @retired
            WHERE customer_id = @customer AND id = @id
            """, Values(before.CustomerId, before.Id, asset, zone));
        Tell([before.CustomerId]);
        return true;
    }

    /// <returns>The repair's id.</returns>
    public long Record(Asset asset, CheckedRepair repair, AlarmThreshold threshold, long? staffId)
    {
        var id = session.ReserveIds("repair", 1);
        session.Execute("""
            INSERT INTO repair (customer_id, id, asset_id, done_on, done_at, fault, fault_words, work, staff_id, cost_minor, currency, under_warranty, recorded_at, recorded_by)
            VALUES (@customer, @id, @asset, @on, @at, @fault, @words, @work, @staff, @cost, @currency, @warranty, @now, @by)
            """, ("customer", asset.CustomerId), ("id", id), ("asset", asset.Id), ("on", DateOnly.FromDateTime(repair.At)), ("at", StoreDay.At(repair.At, repair.Store.Zone)),
            ("fault", repair.Fault), ("words", repair.FaultWords), ("work", repair.Work), ("staff", repair.StaffId), ("cost", repair.CostMinor), ("currency", repair.Store.Currency),
            ("warranty", repair.UnderWarranty), ("now", time.GetUtcNow()), ("by", staffId));
        var facts = AssetQuery.Facts(session, asset.CustomerId, asset.Id);
        var settled = session.Scalar<long>("SELECT settled_through FROM asset WHERE customer_id = @customer AND id = @asset", ("customer", asset.CustomerId), ("asset", asset.Id));
        var alarm = RepeatedFault.Of(facts, threshold, settled);
        session.Execute("""
            UPDATE asset SET repairs = @count, last_repair_on = @last, alarm_on = @on, alarm_since = @since, alarm_fault = @fault, alarm_repairs = @times
            WHERE customer_id = @customer AND id = @asset
            """, ("count", facts.Count), ("last", facts.Max(fact => fact.On)), ("on", alarm?.On), ("since", alarm?.Since), ("fault", alarm?.Fault), ("times", alarm?.Times),
            ("customer", asset.CustomerId), ("asset", asset.Id));
        Tell([asset.CustomerId]);
        return id;
    }

    /// <summary>The alarm was dealt with; only a further repair raises it again.</summary>
    public void Settle(Asset asset, string words)
    {
        session.Execute("""
            UPDATE asset SET alarm_on = NULL, alarm_since = NULL, alarm_fault = NULL, alarm_repairs = NULL, settled_words = @words,
                settled_through = (SELECT coalesce(max(r.id), 0) FROM repair r WHERE r.customer_id = asset.customer_id AND r.asset_id = asset.id)
            WHERE customer_id = @customer AND id = @asset
            """, ("words", words), ("customer", asset.CustomerId), ("asset", asset.Id));
        Tell([asset.CustomerId]);
    }

    /// <summary>After a threshold changed: the alarm of everything that was repaired more than once, read through once.</summary>
    /// <param name="storeId">Only this store's customers'; null for all.</param>
    public void RefreshAlarms(long? storeId)
    {
        var thresholds = AlarmThresholds.Read(session);
        var alarms = new List<(long CustomerId, long AssetId, RepeatAlarm? Alarm)>();
        var facts = new List<RepairFact>();
        var turned = new SortedSet<long>();
        (long Customer, long Asset, long Settled, long? Store, DateOnly? AlarmOn) current = default;
        void Close()
        {
            if (facts.Count == 0) return;
            var alarm = RepeatedFault.Of(facts, thresholds.Of(current.Store), current.Settled);
            alarms.Add((current.Customer, current.Asset, alarm));
            if (alarm?.On != current.AlarmOn) turned.Add(current.Customer);
            facts.Clear();
        }
        using (var rows = session.Read($"""
            SELECT a.customer_id, a.id, a.settled_through, c.store_id, r.id, r.done_on, r.fault, r.fault_words, a.alarm_on
            FROM asset a JOIN customer c ON c.customer_id = a.customer_id JOIN repair r ON r.customer_id = a.customer_id AND r.asset_id = a.id
            WHERE a.repairs >= @fewest{(storeId is null ? "" : " AND c.store_id = @store")} ORDER BY a.customer_id, a.id
            """, storeId is { } store ? [("fewest", AlarmThreshold.FewestTimes), ("store", store)] : [("fewest", AlarmThreshold.FewestTimes)]))
            while (rows.Next())
            {
                if (current.Customer != rows.Long(0) || current.Asset != rows.Long(1)) Close();
                current = (rows.Long(0), rows.Long(1), rows.Long(2), rows.LongOrNull(3), rows.DayOrNull(8));
                facts.Add(new RepairFact(rows.Long(4), rows.Day(5), Model.Fault.KeyOf(rows.Text(6), rows.TextOrNull(7))));
            }
        Close();
        if (alarms.Count > 0) Write(alarms);
        if (turned.Count > 0) Tell(turned);
    }

    private void Write(List<(long CustomerId, long AssetId, RepeatAlarm? Alarm)> alarms)
    {
        session.CreateTemporaryTable(Changed, "customer_id bigint, id bigint, on_day date, since date, fault text, times bigint");
        using (var insert = session.Insert(Changed, "customer_id", "id", "on_day", "since", "fault", "times"))
        {
            foreach (var (customer, asset, alarm) in alarms) insert.Add(customer).Add(asset).Add(alarm?.On).Add(alarm?.Since).Add(alarm?.Fault).Add((long?)alarm?.Times).EndRow();
            insert.Complete();
        }
        session.Analyze(Changed);
        session.Execute($"""
            UPDATE asset SET alarm_on = t.on_day, alarm_since = t.since, alarm_fault = t.fault, alarm_repairs = t.times FROM {Changed} t
            WHERE asset.customer_id = t.customer_id AND asset.id = t.id
            """);
        session.Execute($"DROP TABLE {Changed}");
    }

    private void Tell(IReadOnlyCollection<long> customers)
    {
        foreach (var listener in listeners) listener.CustomersChanged(session, customers);
    }

    private bool TakeSerial(long customerId, long assetId, CheckedAsset asset) => asset.SerialNumber is not { } serial || session.Execute("""
        INSERT INTO asset_serial (serial_number, product_id, customer_id, asset_id) VALUES (@serial, @product, @customer, @asset) ON CONFLICT DO NOTHING
        """, ("serial", serial), ("product", asset.Product.Id), ("customer", customerId), ("asset", assetId)) > 0;

    private (string, object?)[] Values(long customerId, long id, CheckedAsset asset, TimeZoneInfo zone) =>
    [
        ("customer", customerId), ("id", id), ("product", asset.Product.Id), ("serial", asset.SerialNumber), ("kind", asset.Kind), ("on", asset.StartedOn),
        ("at", StartOf(asset.StartedOn, zone)), ("place", asset.Place), ("warranty", asset.Product.Warranty?.From(asset.StartedOn)),
        ("life", asset.Product.UsefulLife?.From(asset.StartedOn)), ("retired", asset.RetiredOn),
    ];

    /// <summary>Today's stand where they happened on the timeline; of an earlier day only the day is known.</summary>
    private DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => time.GetUtcNow() is var now && StoreDay.On(now, zone) == day ? now : StoreDay.At(day, Noon, zone);
}
