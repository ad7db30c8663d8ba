using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Orders.Forms;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>Takes what is entered about assets, for the page and for the API: one transaction, once for each key.</summary>
internal sealed class AssetWork(Database database, StoreDirectory stores, IEnumerable<ICustomersChanged> listeners, SweepSignal signal, TimeProvider time)
{
    private const int LongestWords = 2000;

    public Database Database => database;

    public OrderDesk DeskOf(DatabaseSession session, Viewer viewer, CustomerHead customer) => new(session, stores, viewer, customer.StoreId, time);

    public Taken<AssetForm> Enter(DatabaseSession session, CustomerHead customer, AssetForm form, long staffId, string? key)
    {
        var zone = stores.ZoneOf(customer.StoreId);
        var read = form.Check(session, StoreDay.On(time.GetUtcNow(), zone), kept: null);
        if (read.Asset is not { } asset) return new Taken<AssetForm>(null, read.Form);
        var purpose = $"asset:{customer.Id}";
        session.Begin();
        if (OnceOnly.Before(session, purpose, key, time.GetUtcNow()) is { Length: > 0 } before) return new Taken<AssetForm>(long.Parse(before), form, Again: true);
        if (Recorder(session).Enter(customer.Id, asset, zone, staffId) is not { } id) return Refuse(session, form, asset);
        OnceOnly.Remember(session, purpose, key, id.ToString());
        Commit(session);
        return new Taken<AssetForm>(id, form);
    }

    /// <param name="isSame">Whether what is stored is still what was changed.</param>
    public Taken<AssetForm> Change(DatabaseSession session, CustomerHead customer, Asset before, AssetForm form, Func<Asset, bool> isSame)
    {
        var zone = stores.ZoneOf(customer.StoreId);
        var read = form.Check(session, StoreDay.On(time.GetUtcNow(), zone), ProductQuery.Find(session, before.ProductId));
        if (read.Asset is not { } asset) return new Taken<AssetForm>(null, read.Form);
        using (var rows = session.Read("SELECT min(done_on) FROM repair WHERE customer_id = @customer AND asset_id = @asset", ("customer", before.CustomerId), ("asset", before.Id)))
            if (rows.Next() && rows.DayOrNull(0) is { } first && asset.StartedOn > first)
                return new Taken<AssetForm>(null, form with { Errors = One("startedOn", AssetTexts.StartAfterRepair.With(first.ToString("yyyy-MM-dd"))) });
        session.Begin();
        session.LockInTransaction($"asset-{before.Id}");
        if (AssetQuery.Find(session, before.CustomerId, before.Id) is not { } now || !isSame(now))
        {
            session.Rollback();
            return new Taken<AssetForm>(null, form) { IsStale = true };
        }
        if (!Recorder(session).Change(before, asset, zone)) return Refuse(session, form, asset);
        Commit(session);
        return new Taken<AssetForm>(before.Id, form);
    }

    public Taken<RepairForm> Repair(DatabaseSession session, OrderDesk desk, CustomerHead customer, Asset asset, RepairForm form, long staffId, string? key)
    {
        var read = form.Check(desk, asset);
        if (read.Repair is not { } repair) return new Taken<RepairForm>(null, read.Form);
        var purpose = $"repair:{customer.Id}:{asset.Id}";
        session.Begin();
        // Two repairs of one asset entered at once must both be counted.
        session.LockInTransaction($"asset-{asset.Id}");
        if (OnceOnly.Before(session, purpose, key, time.GetUtcNow()) is { Length: > 0 } before) return new Taken<RepairForm>(long.Parse(before), form, Again: true);
        var id = Recorder(session).Record(asset, repair, AlarmThresholds.Read(session).Of(customer.StoreId), staffId);
        OnceOnly.Remember(session, purpose, key, id.ToString());
        Commit(session);
        return new Taken<RepairForm>(id, form);
    }

    /// <returns>What was wrong; empty when the alarm is settled.</returns>
    public IReadOnlyDictionary<string, Text> Settle(DatabaseSession session, Asset asset, string words)
    {
        var read = new FieldReader();
        var said = read.Needed("words", words, LongestWords, AssetTexts.SettleMissing);
        if (!read.IsFine) return read.Errors;
        session.Begin();
        Recorder(session).Settle(asset, said);
        Commit(session);
        return read.Errors;
    }

    /// <returns>What was wrong; empty when the threshold is set.</returns>
    public IReadOnlyDictionary<string, Text> SetThreshold(DatabaseSession session, Viewer viewer, string store, string times, string days)
    {
        var read = new FieldReader();
        var count = read.Whole("times", times, Rules.AlarmThreshold.FewestTimes, Rules.AlarmThreshold.MostTimes);
        var within = read.Whole("days", days, Rules.AlarmThreshold.FewestDays, Rules.AlarmThreshold.MostDays);
        if (count is null) read.Say("times", FormTexts.NoWhole.With("", Rules.AlarmThreshold.FewestTimes, Rules.AlarmThreshold.MostTimes));
        if (within is null) read.Say("days", FormTexts.NoWhole.With("", Rules.AlarmThreshold.FewestDays, Rules.AlarmThreshold.MostDays));
        // A manager sets that of their own store, the head office that of all or of one.
        var mine = viewer.InStores;
        var chosen = mine.OneStore ?? (long.TryParse(store, out var id) ? id : null);
        if (mine.OneStore is null && (store.Length > 0 || !mine.IsAll) && !stores.Of(viewer).Any(one => one.Id == chosen)) read.Say("store", FormTexts.StoreUnknown);
        if (!read.IsFine) return read.Errors;
        session.Begin();
        AlarmThresholds.Set(session, chosen, new Rules.AlarmThreshold(count!.Value, within!.Value));
        Recorder(session).RefreshAlarms(chosen);
        Commit(session);
        return read.Errors;
    }

    private AssetRecorder Recorder(DatabaseSession session) => new(session, time, listeners);

    private void Commit(DatabaseSession session)
    {
        session.Commit();
        signal.RunSoon();
    }

    private static Taken<AssetForm> Refuse(DatabaseSession session, AssetForm form, CheckedAsset asset)
    {
        session.Rollback();
        return new Taken<AssetForm>(null, form with { Errors = One("serialNumber", AssetTexts.SerialTaken.With(asset.SerialNumber)) });
    }

    private static Dictionary<string, Text> One(string field, Text problem) => new(StringComparer.Ordinal) { [field] = problem };
}
