using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>Reads which stores are open and who can do how much.</summary>
internal static class PlanningCalendarReading
{
    public static PlanningCalendar Read(DatabaseSession session, int firstDay, int days)
    {
        var closed = new Dictionary<long, HashSet<int>>();
        using (var rows = session.Read("SELECT store_id, day FROM store_closed_day"))
            while (rows.Next())
            {
                if (!closed.TryGetValue(rows.Long(0), out var closedDays)) closed[rows.Long(0)] = closedDays = [];
                closedDays.Add(rows.Day(1).DayNumber);
            }
        var stores = new List<PlanningStore>();
        using (var rows = session.Read("SELECT id, currency, closed_weekdays FROM store ORDER BY id"))
            while (rows.Next())
                stores.Add(new PlanningStore(rows.Long(0), rows.Text(1), Weekdays.FromBits(rows.Int(2)), closed.GetValueOrDefault(rows.Long(0), [])));
        var people = new List<PlanningPerson>();
        using (var rows = session.Read("SELECT id, store_id, working_weekdays, CASE WHEN active THEN daily_capacity ELSE 0 END FROM staff ORDER BY id"))
            while (rows.Next())
                people.Add(new PlanningPerson(rows.Long(0), rows.LongOrNull(1), Weekdays.FromBits(rows.Int(2)), rows.Int(3)));
        return new PlanningCalendar(stores, people, firstDay, days);
    }
}
