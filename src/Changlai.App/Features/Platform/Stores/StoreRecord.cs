using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Api;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Platform.Stores;

/// <summary>A store as it is stored, with its hours.</summary>
/// <param name="Holidays"><c>open</c> or <c>official</c>.</param>
/// <param name="Hours">By day of the week; a day without an entry has none.</param>
public sealed record StoreRecord(
    long Id, string Name, string? City, string TimeZone, string Currency, Weekdays ClosedWeekdays, string Holidays, IReadOnlyDictionary<DayOfWeek, IReadOnlyList<OpenSpan>> Hours)
{
    public const string OpenOnHolidays = "open";

    /// <summary>Monday to Sunday.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week = [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7))];

    internal static List<StoreRecord> Read(DatabaseSession session, CustomerScope scope)
    {
        var hours = HoursOfStores(session);
        var stores = new List<StoreRecord>();
        using var rows = session.Read("SELECT id, name, city, time_zone, currency, closed_weekdays, holidays FROM store ORDER BY id");
        while (rows.Next())
            if (scope.Includes(rows.Long(0), null))
                stores.Add(new StoreRecord(rows.Long(0), rows.Text(1), rows.TextOrNull(2), rows.Text(3), rows.Text(4), Weekdays.FromBits(rows.Int(5)), rows.Text(6),
                    hours.GetValueOrDefault(rows.Long(0), [])));
        return stores;
    }

    /// <summary>Null as well when it is not the reader's.</summary>
    internal static StoreRecord? Find(DatabaseSession session, CustomerScope scope, long id) => Read(session, scope).Find(store => store.Id == id);

    internal static bool IsNameTaken(DatabaseSession session, string name, long? by) =>
        session.Scalar<long>("SELECT count(*) FROM store WHERE lower(name) = lower(@name) AND id <> @by", ("name", name), ("by", by ?? 0)) > 0;

    internal long Add(DatabaseSession session)
    {
        var id = session.ReserveIds("store", 1);
        session.Execute("""
            INSERT INTO store (id, name, city, time_zone, currency, closed_weekdays, holidays) VALUES (@id, @name, @city, @zone, @currency, @closed, @holidays)
            """, Values(id));
        WriteHours(session, id);
        return id;
    }

    internal void Change(DatabaseSession session)
    {
        session.Execute("""
            UPDATE store SET name = @name, city = @city, time_zone = @zone, currency = @currency, closed_weekdays = @closed, holidays = @holidays WHERE id = @id
            """, Values(Id));
        session.Execute("DELETE FROM store_hours WHERE store_id = @id", ("id", Id));
        WriteHours(session, Id);
    }

    /// <summary>The names of what differs, for the audit log.</summary>
    internal IEnumerable<string> DifferencesTo(StoreRecord other)
    {
        if (Name != other.Name) yield return "name";
        if (City != other.City) yield return "city";
        if (TimeZone != other.TimeZone) yield return "time-zone";
        if (Currency != other.Currency) yield return "currency";
        if (ClosedWeekdays != other.ClosedWeekdays) yield return "closed-weekdays";
        if (Holidays != other.Holidays) yield return "holidays";
        if (Week.Any(day => !Of(day).SequenceEqual(other.Of(day)))) yield return "hours";
    }

    /// <summary>Another one after each change, whoever made it.</summary>
    public string Version => ETags.Fingerprint(Name, City, TimeZone, Currency, (int)ClosedWeekdays.Bits, Holidays, string.Join('|', Week.Select(day => OpenSpanText.Write(Of(day)))));

    public IReadOnlyList<OpenSpan> Of(DayOfWeek day) => Hours.TryGetValue(day, out var spans) ? spans : [];

    private (string, object?)[] Values(long id) =>
        [("id", id), ("name", Name), ("city", City), ("zone", TimeZone), ("currency", Currency), ("closed", (int)ClosedWeekdays.Bits), ("holidays", Holidays)];

    private void WriteHours(DatabaseSession session, long id)
    {
        foreach (var day in Week)
            foreach (var span in Of(day))
                session.Execute("INSERT INTO store_hours (store_id, weekday, opens, closes) VALUES (@id, @day, @opens, @closes)",
                    ("id", id), ("day", IsoDay(day)), ("opens", span.Opens), ("closes", span.Closes));
    }

    private static Dictionary<long, Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>> HoursOfStores(DatabaseSession session)
    {
        var hours = new Dictionary<long, Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>>();
        using var rows = session.Read("SELECT store_id, weekday, opens, closes FROM store_hours ORDER BY store_id, weekday, opens");
        while (rows.Next())
        {
            if (!hours.TryGetValue(rows.Long(0), out var week)) hours[rows.Long(0)] = week = [];
            var day = (DayOfWeek)(rows.Int(1) % 7);
            week[day] = [.. week.GetValueOrDefault(day, []), new OpenSpan(rows.Int(2), rows.Int(3))];
        }
        return hours;
    }

    private static int IsoDay(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;
}
