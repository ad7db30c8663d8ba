using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Platform.People.Days;

/// <summary>Changes when people work, for the page and for other programs alike.</summary>
internal sealed class StaffDayWork(Database database, StoreDirectory stores, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, TimeProvider time)
{
    public Database Database => database;

    /// <summary>Null when the viewer may not see them.</summary>
    public StaffDays? Find(DatabaseSession session, Viewer viewer, long id) =>
        StaffDays.Find(session, id, stores.TodayOf(viewer.StoreId)) is { } days && days.IsSeenBy(viewer) ? days : null;

    /// <summary>Inside the caller's transaction, which it commits; with what is wrong, if anything is.</summary>
    public StaffDaysForm ChangeUsual(DatabaseSession session, StaffDays days, Weekdays weekdays, StaffDaysForm typed)
    {
        var (capacity, form) = typed.CheckUsual();
        if (capacity is null) return form;
        session.Execute("UPDATE staff SET working_weekdays = @days, daily_capacity = @capacity WHERE id = @id", ("days", (int)weekdays.Bits), ("capacity", capacity), ("id", days.StaffId));
        AuditPen.Current?.Add("weekdays", $"{days.Weekdays} > {weekdays}");
        AuditPen.Current?.Add("capacity", $"{days.Capacity} > {capacity}");
        Tell(session, days, null);
        return form;
    }

    /// <summary>Inside the caller's transaction, which it commits.</summary>
    public (StaffDaysForm Form, long? Id, bool Again) Add(DatabaseSession session, StaffDays days, StaffDaysForm typed, string? key)
    {
        var (off, form) = typed.CheckOff();
        if (off is null) return (form, null, false);
        var name = $"staff/{days.StaffId}/days";
        var before = FormKeys.Take(session, name, key, time.GetUtcNow());
        long? id = long.TryParse(before, out var known) ? known : null;
        if (before is null)
        {
            id = session.ReserveIds("staff_day_off", 1);
            session.Execute("""
                INSERT INTO staff_day_off (id, staff_id, from_day, to_day, kind, capacity, note) VALUES (@id, @staff, @from, @to, @kind, @capacity, @note)
                """, ("id", id), ("staff", days.StaffId), ("from", off.From), ("to", off.To), ("kind", off.Kind), ("capacity", off.Capacity), ("note", off.Note));
            FormKeys.Answer(session, name, key, id.Value.ToString(CultureInfo.InvariantCulture));
        }
        AuditPen.Current?.Add("days", $"{off.From:yyyy-MM-dd}/{off.To:yyyy-MM-dd}");
        Tell(session, days, off);
        return (form, id, before is not null);
    }

    /// <summary>Inside the caller's transaction, which it commits.</summary>
    public void Remove(DatabaseSession session, StaffDays days, StaffDayOff off)
    {
        session.Execute("DELETE FROM staff_day_off WHERE id = @id", ("id", off.Id));
        AuditPen.Current?.Add("days", $"{off.From:yyyy-MM-dd}/{off.To:yyyy-MM-dd}");
        Tell(session, days, off);
    }

    private void Tell(DatabaseSession session, StaffDays days, StaffDayOff? off)
    {
        AuditPen.Current?.OfStore(days.StoreId);
        foreach (var listener in listeners) listener.StoreDaysChanged(session, new StoreDaysChange(null, days.StaffId, off?.From, off?.To));
        session.Commit();
        signal.RunSoon();
    }
}
