using Changlai.Core.Calendars;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>The stores, read at most once a minute: every page asks for the day and the name of the reader's store.</summary>
public sealed class StoreDirectory(Database database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private volatile Known? known;

    public string? NameOf(long? storeId) => storeId is { } id && Stores().TryGetValue(id, out var store) ? store.Name : null;

    /// <summary>Today in the store, or in the first one for whoever belongs to none.</summary>
    public DateOnly TodayOf(long? storeId) => StoreDay.On(time.GetUtcNow(), ZoneOf(storeId));

    public TimeZoneInfo ZoneOf(long? storeId)
    {
        var stores = Stores();
        return storeId is { } id && stores.TryGetValue(id, out var store) ? store.Zone
            : stores.Count > 0 ? stores.Values.First().Zone
            : TimeZoneInfo.FindSystemTimeZoneById(BusinessDay.DefaultTimeZone);
    }

    /// <summary>All stores by id, in the order they were made.</summary>
    public IReadOnlyDictionary<long, StoreEntry> Stores()
    {
        var now = time.GetUtcNow();
        if (known is { } fresh && now - fresh.At < Fresh) return fresh.Stores;
        using var session = database.OpenSession();
        using var rows = session.Read("SELECT id, name, time_zone, currency FROM store ORDER BY id");
        var stores = new OrderedDictionary<long, StoreEntry>();
        while (rows.Next()) stores[rows.Long(0)] = new StoreEntry(rows.Long(0), rows.Text(1), TimeZoneInfo.FindSystemTimeZoneById(rows.Text(2)), rows.Text(3));
        // Where there is none yet, the first may be made any moment and by another program.
        if (stores.Count > 0) known = new Known(now, stores);
        return stores;
    }

    /// <summary>Those that somebody has to do with, their own first: what a form offers them.</summary>
    internal IReadOnlyList<StoreEntry> Of(Viewer viewer)
    {
        var mine = viewer.InStores;
        return mine.IsAll ? [.. Stores().Values] : [.. Stores().Values.Where(store => mine.Includes(store.Id, null)).OrderBy(store => store.Id == viewer.StoreId ? 0 : 1)];
    }

    /// <summary>For whoever has just made a store: the next reader finds it.</summary>
    public void Forget() => known = null;

    private sealed record Known(DateTimeOffset At, IReadOnlyDictionary<long, StoreEntry> Stores);
}

public sealed record StoreEntry(long Id, string Name, TimeZoneInfo Zone, string Currency);
