using System.Diagnostics;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Platform;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Benchmarks.Running;

namespace Changlai.Benchmarks.Shops;

/// <summary>Fills an empty database with a business of a given size, by the code that records real orders.</summary>
internal static class GeneratedShop
{
    private const int EveryDay = 127;

    public static void Fill(string location, ShopSize size, DateOnly lastDay)
    {
        var clock = Stopwatch.StartNew();
        using var database = new Database(location);
        PlatformFeature.Migrate(database, TimeProvider.System);
        var orders = new RealOrders();
        using var session = database.OpenSession();
        session.Begin();
        AddPlaces(session, size);
        AddProducts(session, orders);
        session.Commit();
        for (var copy = 0; copy < orders.CopiesFor(size.Customers); copy++)
        {
            session.Begin();
            new OrderRecorder(session, [], TimeProvider.System).Record(orders.History(size, copy, lastDay), new RecordingOptions(RealOrders.Source));
            session.Commit();
            if (copy % 10 == 9) Report.Progress($"  {Report.Number((copy + 1) * orders.CustomersPerCopy)} of {Report.Number(size.Customers)} customers after {clock.Elapsed.TotalSeconds:F0} s");
        }
        if (session.IsSqlite) session.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        else session.Execute("VACUUM ANALYZE");
    }

    private static void AddPlaces(DatabaseSession session, ShopSize size)
    {
        var store = session.ReserveIds("store", size.Stores);
        using (var insert = session.Insert("store", "id", "name", "time_zone", "currency", "closed_weekdays"))
        {
            for (var i = 0; i < size.Stores; i++) insert.Add(store + i).Add(size.StoreNames[i]).Add(BusinessDay.DefaultTimeZone).Add("CNY").Add(0).EndRow();
            insert.Complete();
        }
        var person = session.ReserveIds("staff", size.Staff);
        using (var insert = session.Insert("staff", "id", "name", "security_stamp", "role", "store_id", "working_weekdays", "daily_capacity", "language", "active"))
        {
            for (var i = 0; i < size.Staff; i++)
                insert.Add(person + i).Add(size.StaffNames[i]).Add("-").Add("staff").Add(store + i / size.StaffOfStore).Add(EveryDay).Add(ShopSize.DailyCapacity).Add("zh").Add(true).EndRow();
            insert.Complete();
        }
    }

    /// <summary>One product in three lasts one, two or three months; of the others nobody knows.</summary>
    private static void AddProducts(DatabaseSession session, RealOrders orders)
    {
        var id = session.ReserveIds("product", orders.Products.Count);
        using var insert = session.Insert("product", "id", "code", "name", "repurchase_days", "active");
        for (var i = 0; i < orders.Products.Count; i++)
            insert.Add(id + i).Add(orders.Products[i].Code).Add(orders.Products[i].Name).Add(i % 3 == 0 ? 30 * (1 + i / 3 % 3) : (int?)null).Add(true).EndRow();
        insert.Complete();
    }
}
