using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Writes the special dates of many customers at once; a date that stays, or moves to another day, keeps its id.</summary>
internal static class SpecialDateRows
{
    private const string Changed = "changed_dates";

    public static void Replace(DatabaseSession session, IReadOnlyList<(StoredCard Card, IReadOnlyList<NewSpecialDate> Dates)> customers)
    {
        if (customers.Count == 0) return;
        session.CreateTemporaryTable(Changed, "customer_id bigint PRIMARY KEY");
        using (var insert = session.Insert(Changed, "customer_id"))
        {
            foreach (var (card, _) in customers) insert.Add(card.Id).EndRow();
            insert.Complete();
        }
        session.Journal?.Keep(CustomerTables.Dates, Changed, "customer_id");
        session.Execute($"DELETE FROM special_date WHERE customer_id IN (SELECT customer_id FROM {Changed})");
        Insert(session, customers);
        session.Execute($"DROP TABLE {Changed}");
    }

    private static void Insert(DatabaseSession session, IReadOnlyList<(StoredCard Card, IReadOnlyList<NewSpecialDate> Dates)> customers)
    {
        var next = session.ReserveIds("special_date", customers.Sum(customer => customer.Dates.Count(date => Stored(customer.Card, date) is null)));
        using var insert = session.Insert("special_date", "customer_id", "id", "kind", "calendar", "month", "day", "leap_month", "year", "name");
        foreach (var (card, dates) in customers)
        {
            var rows = dates.Select(date => (Id: Stored(card, date)?.Id ?? next++, Date: date)).ToList();
            foreach (var (id, date) in rows.OrderBy(row => row.Id))
                insert.Add(card.Id).Add(id).Add(date.Kind).Add(date.Day.Calendar == AnnualCalendar.Lunar ? DateForm.LunarCode : DateForm.GregorianCode)
                    .Add(date.Day.Month).Add(date.Day.Day).Add(date.Day.IsLeapMonth).Add(date.Day.Year).Add(date.Name).EndRow();
        }
        insert.Complete();
    }

    private static StoredDate? Stored(StoredCard card, NewSpecialDate date) => card.Dates.FirstOrDefault(stored => CardMerging.IsSameOccasion(new NewSpecialDate(stored.Kind, stored.Day, stored.Name), date));
}
