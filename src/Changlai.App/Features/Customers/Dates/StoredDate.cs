using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Dates;

/// <summary>A recurring date of the customer or the family, as it is stored.</summary>
/// <param name="Name">Its own name, for a date of kind <c>other</c>.</param>
public sealed record StoredDate(long Id, string Kind, string? Name, AnnualDay Day)
{
    /// <summary>What people call it.</summary>
    public Text Called => Name is { } name ? new Text(name, name) : CustomerCodes.DateKinds.NameOf(Kind);

    /// <summary>Tells two versions of the same date apart.</summary>
    public string Fingerprint => $"{Kind}|{Day.Calendar}|{Day.Month}|{Day.Day}|{Day.IsLeapMonth}|{Day.Year}|{Name}";
}

/// <summary>Reads and writes special dates, writing inside the caller's transaction.</summary>
internal static class SpecialDates
{
    /// <summary>More dates of one family are a mistake.</summary>
    public const int Most = 30;

    public static List<StoredDate> Read(DatabaseSession session, long customerId)
    {
        var dates = new List<StoredDate>();
        using var rows = session.Read("SELECT id, kind, calendar, month, day, leap_month, year, name FROM special_date WHERE customer_id = @id ORDER BY id", ("id", customerId));
        while (rows.Next())
        {
            dates.Add(new StoredDate(rows.Long(0), rows.Text(1), rows.TextOrNull(7), rows.Text(2) == DateForm.LunarCode
                ? AnnualDay.Lunar(rows.Int(3), rows.Int(4), rows.Flag(5), rows.IntOrNull(6))
                : AnnualDay.Gregorian(rows.Int(3), rows.Int(4), rows.IntOrNull(6))));
        }
        return dates;
    }

    public static long Add(DatabaseSession session, long customerId, NewSpecialDate date)
    {
        var id = session.ReserveIds("special_date", 1);
        session.Execute("""
            INSERT INTO special_date (customer_id, id, kind, calendar, month, day, leap_month, year, name) VALUES (@customer, @id, @kind, @calendar, @month, @day, @leap, @year, @name)
            """, [.. Values(date), ("customer", customerId), ("id", id)]);
        return id;
    }

    public static void Change(DatabaseSession session, long customerId, long id, NewSpecialDate date) => session.Execute("""
        UPDATE special_date SET kind = @kind, calendar = @calendar, month = @month, day = @day, leap_month = @leap, year = @year, name = @name
        WHERE customer_id = @customer AND id = @id
        """, [.. Values(date), ("customer", customerId), ("id", id)]);

    public static void Remove(DatabaseSession session, long customerId, long id) =>
        session.Execute("DELETE FROM special_date WHERE customer_id = @customer AND id = @id", ("customer", customerId), ("id", id));

    private static (string, object?)[] Values(NewSpecialDate date) =>
    [
        ("kind", date.Kind), ("calendar", date.Day.Calendar == AnnualCalendar.Lunar ? DateForm.LunarCode : DateForm.GregorianCode), ("month", date.Day.Month), ("day", date.Day.Day),
        ("leap", date.Day.IsLeapMonth), ("year", date.Day.Year), ("name", date.Name),
    ];
}
