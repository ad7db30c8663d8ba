using Changlai.App.Features.Customers.Search;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>A customer with everything that is known from the start.</summary>
/// <param name="Number">Their number in the source's system.</param>
/// <param name="Phone">E.164.</param>
/// <param name="PreferredWeekdays">None when no wish was told.</param>
/// <param name="DoNotContactReason">Null when they may be contacted.</param>
internal sealed record NewCustomer(
    string Number, string Name, string? Salutation, string? Gender, string? Phone, string? Email, string? Language, string? Source,
    string? Tier, long? StoreId, long? OwnerId, Weekdays PreferredWeekdays, string? DoNotContactReason, DateOnly? DoNotContactOn,
    DateTimeOffset CreatedAt, IReadOnlyList<NewSpecialDate> SpecialDates);

internal sealed record NewSpecialDate(string Kind, AnnualDay Day);

/// <summary>Registers customers in bulk, nobody of whom is known yet.</summary>
internal static class NewCustomers
{
    /// <returns>The id of the first; the others follow in the order given.</returns>
    public static long Write(DatabaseSession session, string source, IReadOnlyList<NewCustomer> customers)
    {
        var first = session.ReserveIds("customer", customers.Count);
        WriteCards(session, source, customers, first);
        WriteKeys(session, source, customers, first);
        WriteSpecialDates(session, customers, first);
        CustomerFindIndex.Insert(session, customers.Select((customer, index) =>
            new FindableCustomer(first + index, customer.Name, customer.Phone, customer.Email, customer.Number, customer.StoreId)));
        return first;
    }

    private static void WriteCards(DatabaseSession session, string source, IReadOnlyList<NewCustomer> customers, long id)
    {
        using var insert = session.Insert("customer", "customer_id", "external_source", "external_number", "name", "salutation", "gender", "phone", "email",
            "language", "source", "tier", "store_id", "owner_id", "preferred_weekdays", "do_not_contact", "do_not_contact_reason", "do_not_contact_on", "created_at");
        foreach (var customer in customers)
        {
            insert.Add(id++).Add(source).Add(customer.Number).Add(customer.Name).Add(customer.Salutation).Add(customer.Gender).Add(customer.Phone).Add(customer.Email)
                .Add(customer.Language).Add(customer.Source).Add(customer.Tier).Add(customer.StoreId).Add(customer.OwnerId).Add((int)customer.PreferredWeekdays.Bits)
                .Add(customer.DoNotContactReason is not null).Add(customer.DoNotContactReason).Add(customer.DoNotContactOn).Add(customer.CreatedAt).EndRow();
        }
        insert.Complete();
    }

    private static void WriteKeys(DatabaseSession session, string source, IReadOnlyList<NewCustomer> customers, long first)
    {
        using var insert = session.Insert("customer_key", "kind", "value", "customer_id");
        foreach (var (index, customer) in customers.Index().OrderBy(entry => entry.Item.Number, StringComparer.Ordinal))
            insert.Add(CustomerKeys.OfNumber(source)).Add(customer.Number).Add(first + index).EndRow();
        insert.Complete();
    }

    private static void WriteSpecialDates(DatabaseSession session, IReadOnlyList<NewCustomer> customers, long first)
    {
        var id = session.ReserveIds("special_date", customers.Sum(customer => customer.SpecialDates.Count));
        using var insert = session.Insert("special_date", "customer_id", "id", "kind", "calendar", "month", "day", "leap_month", "year");
        foreach (var (index, customer) in customers.Index())
            foreach (var date in customer.SpecialDates)
            {
                insert.Add(first + index).Add(id++).Add(date.Kind).Add(date.Day.Calendar == AnnualCalendar.Lunar ? "lunar" : "gregorian")
                    .Add(date.Day.Month).Add(date.Day.Day).Add(date.Day.IsLeapMonth).Add(date.Day.Year).EndRow();
            }
        insert.Complete();
    }
}

/// <summary>Kinds of keys by which outside records know a customer.</summary>
internal static class CustomerKeys
{
    public static string OfNumber(string source) => $"number:{source}";
}
