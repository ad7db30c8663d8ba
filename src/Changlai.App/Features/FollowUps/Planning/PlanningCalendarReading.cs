using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>Reads which stores are open and who can do how much.</summary>
internal static class PlanningCalendarReading
{
    public static PlanningCalendar Read(DatabaseSession session, int firstDay, int days)
    {
        var calendars = StoreCalendars.Read(session);
        var stores = new List<PlanningStore>();
        using (var rows = session.Read("SELECT id, currency FROM store ORDER BY id"))
            while (rows.Next())
                if (calendars.TryGetValue(rows.Long(0), out var calendar)) stores.Add(new PlanningStore(rows.Long(0), rows.Text(1), calendar));
        var off = DaysOff(session, firstDay, days);
        var people = new List<PlanningPerson>();
        using (var rows = session.Read("SELECT id, store_id, working_weekdays, CASE WHEN active THEN daily_capacity ELSE 0 END FROM staff ORDER BY id"))
            while (rows.Next())
                people.Add(new PlanningPerson(rows.Long(0), rows.LongOrNull(1), Weekdays.FromBits(rows.Int(2)), rows.Int(3)) { Exceptions = off.GetValueOrDefault(rows.Long(0), []) });
        return new PlanningCalendar(stores, people, firstDay, days);
    }

    /// <summary>By person and day what they can still do; of several entries the least counts.</summary>
    private static Dictionary<long, Dictionary<int, int>> DaysOff(DatabaseSession session, int firstDay, int days)
    {
        var off = new Dictionary<long, Dictionary<int, int>>();
        using var rows = session.Read("SELECT staff_id, from_day, to_day, coalesce(capacity, 0) FROM staff_day_off WHERE to_day >= @first AND from_day <= @last",
            ("first", DateOnly.FromDayNumber(firstDay)), ("last", DateOnly.FromDayNumber(firstDay + days - 1)));
        while (rows.Next())
        {
            if (!off.TryGetValue(rows.Long(0), out var person)) off[rows.Long(0)] = person = [];
            var (first, last, left) = (Math.Max(firstDay, rows.Day(1).DayNumber), Math.Min(firstDay + days - 1, rows.Day(2).DayNumber), rows.Int(3));
            for (var day = first; day <= last; day++) person[day] = Math.Min(left, person.GetValueOrDefault(day, left));
        }
        return off;
    }
}
