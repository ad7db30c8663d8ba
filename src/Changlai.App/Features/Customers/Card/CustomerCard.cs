using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Card;

/// <summary>The facts of one customer.</summary>
public sealed record CustomerCard(
    long Id, string Name, string? Salutation, string? Phone, string? Email, string? Number, string? Language, string? Source, string? Tier,
    long? StoreId, string? Owner, Weekdays PreferredWeekdays, bool DoNotContact, string? DoNotContactReason, DateOnly? DoNotContactOn,
    bool PhoneWrong, bool PhoneRefused)
{
    public IReadOnlyList<SpecialDate> SpecialDates { get; init; } = [];

    public static CustomerCard? Read(DatabaseSession session, long id)
    {
        CustomerCard? card = null;
        using (var rows = session.Read("""
            SELECT c.name, c.salutation, c.phone, c.email, c.external_number, c.language, c.source, c.tier, c.store_id, o.name, c.preferred_weekdays,
                c.do_not_contact, c.do_not_contact_reason, c.do_not_contact_on, c.phone_wrong, c.phone_refused
            FROM customer c LEFT JOIN staff o ON o.id = c.owner_id WHERE c.customer_id = @id
            """, ("id", id)))
        {
            if (rows.Next())
            {
                card = new CustomerCard(id, rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4), rows.TextOrNull(5),
                    rows.TextOrNull(6), rows.TextOrNull(7), rows.LongOrNull(8), rows.TextOrNull(9), Weekdays.FromBits(rows.Int(10)), rows.Flag(11),
                    rows.TextOrNull(12), rows.DayOrNull(13), rows.Flag(14), rows.Flag(15));
            }
        }
        return card is null ? null : card with { SpecialDates = ReadDates(session, id) };
    }

    private static List<SpecialDate> ReadDates(DatabaseSession session, long id)
    {
        var dates = new List<SpecialDate>();
        using var rows = session.Read("SELECT kind, calendar, month, day, leap_month, year FROM special_date WHERE customer_id = @id ORDER BY id", ("id", id));
        while (rows.Next())
        {
            dates.Add(new SpecialDate(rows.Text(0), rows.Text(1) == "lunar"
                ? AnnualDay.Lunar(rows.Int(2), rows.Int(3), rows.Flag(4), rows.IntOrNull(5))
                : AnnualDay.Gregorian(rows.Int(2), rows.Int(3), rows.IntOrNull(5))));
        }
        return dates;
    }
}

/// <summary>A recurring date of the customer or the family.</summary>
public sealed record SpecialDate(string Kind, AnnualDay Day);
