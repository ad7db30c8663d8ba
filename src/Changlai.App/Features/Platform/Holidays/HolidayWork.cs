using System.Globalization;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;

namespace Changlai.App.Features.Platform.Holidays;

/// <summary>Enters and takes back public holidays, for the page and for other programs alike.</summary>
internal sealed class HolidayWork(Database database, SweepSignal signal, IEnumerable<IStoreDaysChanged> listeners, TimeProvider time)
{
    public Database Database => database;

    public HolidaysTaken Save(DatabaseSession session, HolidayForm typed, string? key)
    {
        var (read, year, form) = typed.Check();
        if (read is null) return new HolidaysTaken(form, 0, 0);
        session.Begin();
        if (FormKeys.Take(session, "holidays", key, time.GetUtcNow()) is null)
        {
            HolidayYear.Write(session, read, year, form.Source);
            AuditPen.Current?.Add("days", string.Join(' ', read.Select(day => $"{day.Day:yyyy-MM-dd}")));
            AuditPen.Current?.Add("year", year?.ToString(CultureInfo.InvariantCulture));
            Tell(session);
        }
        session.Commit();
        signal.RunSoon();
        return new HolidaysTaken(form, read.Count, year ?? read[0].Day.Year);
    }

    public void Remove(DatabaseSession session, DateOnly day)
    {
        session.Begin();
        if (session.Execute("DELETE FROM public_holiday WHERE day = @day", ("day", day)) > 0)
        {
            AuditPen.Current?.Add("days", $"{day:yyyy-MM-dd}");
            Tell(session);
        }
        session.Commit();
        signal.RunSoon();
    }

    private void Tell(DatabaseSession session)
    {
        foreach (var listener in listeners) listener.StoreDaysChanged(session, new StoreDaysChange(null));
    }
}

/// <param name="Form">With what is wrong, if anything is.</param>
/// <param name="Count">How many days were taken; 0 when none was.</param>
/// <param name="Year">The year they belong to.</param>
internal sealed record HolidaysTaken(HolidayForm Form, int Count, int Year);
