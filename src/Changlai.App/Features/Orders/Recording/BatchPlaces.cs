using System.Security.Cryptography;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Recording;

/// <summary>A store as a batch needs it.</summary>
internal sealed record RecordingStore(long Id, string Currency, TimeZoneInfo Zone);

/// <summary>The stores and staff of a batch, in the order in which it lists them.</summary>
/// <param name="Fallback">The store of lines that name none.</param>
internal sealed record BatchPlaces(RecordingStore Fallback, IReadOnlyList<RecordingStore> Stores, IReadOnlyList<long> Staff)
{
    public const string DefaultStore = "总店";
    public const string DefaultTimeZone = "Asia/Shanghai";
    public const string DefaultCurrency = "CNY";

    /// <summary>Finds the stores and staff that a batch names, and makes those that are new.</summary>
    public static BatchPlaces Resolve(DatabaseSession session, OrderBatch batch, RecordingOptions options) => new PlaceFinder(session, options).Find(batch);

    public RecordingStore StoreOf(int index) => index < 0 ? Fallback : Stores[index];
}

file sealed class PlaceFinder
{
    private const int NewcomerCapacity = 30;
    private const int EveryDay = 127;

    private readonly DatabaseSession session;
    private readonly RecordingOptions options;
    private readonly Dictionary<string, RecordingStore> stores = new(StringComparer.OrdinalIgnoreCase);

    public PlaceFinder(DatabaseSession session, RecordingOptions options)
    {
        this.session = session;
        this.options = options;
        using var rows = session.Read("SELECT id, name, currency, time_zone FROM store ORDER BY id");
        while (rows.Next()) stores[rows.Text(1)] = new RecordingStore(rows.Long(0), rows.Text(2), TimeZoneInfo.FindSystemTimeZoneById(rows.Text(3)));
    }

    public BatchPlaces Find(OrderBatch batch)
    {
        var fallback = options.Store is { } named ? StoreNamed(named)
            : batch.Lines.All(line => line.Store >= 0) && batch.Stores.Count > 0 ? StoreNamed(batch.Stores[0])
            : stores.Count == 1 ? stores.Values.First()
            : StoreNamed(BatchPlaces.DefaultStore);
        var places = new BatchPlaces(fallback, batch.Stores.Select(StoreNamed).ToArray(), []);
        return places with { Staff = StaffNamed(batch, places) };
    }

    private RecordingStore StoreNamed(string name)
    {
        if (stores.TryGetValue(name, out var known)) return known;
        var store = new RecordingStore(session.ReserveIds("store", 1), options.Currency ?? BatchPlaces.DefaultCurrency,
            TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone ?? BatchPlaces.DefaultTimeZone));
        session.Execute("INSERT INTO store (id, name, time_zone, currency, closed_weekdays) VALUES (@id, @name, @zone, @currency, 0)",
            ("id", store.Id), ("name", name), ("zone", store.Zone.Id), ("currency", store.Currency));
        return stores[name] = store;
    }

    private long[] StaffNamed(OrderBatch batch, BatchPlaces places)
    {
        if (batch.Staff.Count == 0) return [];
        var known = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        using (var rows = session.Read("SELECT name, id FROM staff ORDER BY id DESC"))
            while (rows.Next()) known[rows.Text(0)] = rows.Long(1);
        var storeOf = new int[batch.Staff.Count];
        Array.Fill(storeOf, -1);
        foreach (var line in batch.Lines)
            if (line.Staff >= 0 && storeOf[line.Staff] < 0) storeOf[line.Staff] = line.Store;
        return batch.Staff.Select((name, index) => known.TryGetValue(name, out var id) ? id : AddStaff(name, places.StoreOf(storeOf[index]).Id)).ToArray();
    }

    /// <summary>Somebody named in the orders serves customers; to sign in they first need a sign-in name.</summary>
    private long AddStaff(string name, long store)
    {
        var id = session.ReserveIds("staff", 1);
        session.Execute("""
            INSERT INTO staff (id, name, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
            VALUES (@id, @name, @stamp, 'staff', @store, @days, @capacity, 'zh', @active)
            """, ("id", id), ("name", name), ("stamp", Convert.ToHexString(RandomNumberGenerator.GetBytes(16))), ("store", store),
            ("days", EveryDay), ("capacity", NewcomerCapacity), ("active", session.IsSqlite ? 1 : true));
        return id;
    }
}
