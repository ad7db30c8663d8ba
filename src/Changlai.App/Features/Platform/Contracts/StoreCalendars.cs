using Changlai.Core.Calendars;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>On which days each store is open: all stores in four reads, for whoever plans.</summary>
public static class StoreCalendars
{
    /// <summary>A store that keeps the official calendar, make-up working days too; others open on holidays as on any day.</summary>
    internal const string Official = "official";

    /// <summary>By store.</summary>
    public static IReadOnlyDictionary<long, StoreDays> Read(DatabaseSession session)
    {
        var closed = Days(session, "SELECT store_id, day FROM store_closed_day");
        var open = Days(session, "SELECT store_id, day FROM store_open_day");
        var stores = new Dictionary<long, StoreDays>();
        PublicHolidays? holidays = null;
        var rows = new List<(long Id, int Weekdays, bool IsOfficial)>();
        using (var read = session.Read("SELECT id, closed_weekdays, holidays FROM store ORDER BY id"))
            while (read.Next()) rows.Add((read.Long(0), read.Int(1), read.Text(2) == Official));
        foreach (var (id, weekdays, isOfficial) in rows)
            stores[id] = new StoreDays(Weekdays.FromBits(weekdays), closed.GetValueOrDefault(id, []), open.GetValueOrDefault(id, []), isOfficial ? holidays ??= Holidays(session) : null);
        return stores;
    }

    /// <summary>The official arrangement of the years that are known.</summary>
    public static PublicHolidays Holidays(DatabaseSession session)
    {
        var days = new Dictionary<DateOnly, HolidayKind>();
        using (var rows = session.Read("SELECT day, kind FROM public_holiday"))
            while (rows.Next()) days[rows.Day(0)] = rows.Text(1) == "working" ? HolidayKind.Working : HolidayKind.Holiday;
        var years = new HashSet<int>();
        using (var rows = session.Read("SELECT year FROM public_holiday_year"))
            while (rows.Next()) years.Add(rows.Int(0));
        return new PublicHolidays(days, years);
    }

    private static Dictionary<long, HashSet<DateOnly>> Days(DatabaseSession session, string sql)
    {
        var days = new Dictionary<long, HashSet<DateOnly>>();
        using var rows = session.Read(sql);
        while (rows.Next())
        {
            if (!days.TryGetValue(rows.Long(0), out var ofStore)) days[rows.Long(0)] = ofStore = [];
            ofStore.Add(rows.Day(1));
        }
        return days;
    }
}
