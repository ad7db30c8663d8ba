using System.Globalization;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Dates;

/// <summary>Adds, changes and removes special dates, for the pages and for other programs alike.</summary>
internal sealed class DateWork(Database database, StoreDirectory stores, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    private const string Form = "special-date";

    public Database Database => database;

    /// <summary>The day in the customer's store.</summary>
    public DateOnly TodayOf(CustomerHead customer) => stores.TodayOf(customer.StoreId);

    public DateTaken Add(DatabaseSession session, CustomerHead customer, DateForm typed, string? key)
    {
        var (date, form) = typed.Check(TodayOf(customer));
        if (date is null) return new DateTaken(form);
        session.Begin();
        if (FormKeys.Take(session, $"{Form}/{customer.Id}", key, time.GetUtcNow()) is { } before)
        {
            session.Commit();
            return new DateTaken(form) { Date = date, Id = long.TryParse(before, out var known) ? known : null, Again = true };
        }
        if (SpecialDates.Read(session, customer.Id).Count >= SpecialDates.Most)
        {
            session.Rollback();
            return new DateTaken(form with { Errors = new Dictionary<string, Text>(StringComparer.Ordinal) { ["kind"] = DateTexts.Many.With(SpecialDates.Most) } });
        }
        var id = SpecialDates.Add(session, customer.Id, date);
        FormKeys.Answer(session, $"{Form}/{customer.Id}", key, id.ToString(CultureInfo.InvariantCulture));
        AuditPen.Current?.About("date", id);
        Tell(session, customer.Id);
        session.Commit();
        return new DateTaken(form) { Date = date, Id = id };
    }

    /// <summary>Begins to change one: nobody else does until the transaction ends. Null when there is none.</summary>
    public static StoredDate? Open(DatabaseSession session, CustomerHead customer, long dateId)
    {
        session.Begin();
        session.LockInTransaction($"{Form}/{customer.Id}");
        return SpecialDates.Read(session, customer.Id).Find(one => one.Id == dateId);
    }

    public DateTaken Change(DatabaseSession session, CustomerHead customer, StoredDate stored, DateForm typed, string? key)
    {
        var (date, form) = typed.Check(TodayOf(customer));
        if (date is null) return new DateTaken(form);
        if (FormKeys.Take(session, $"{Form}/{customer.Id}/{stored.Id}", key, time.GetUtcNow()) is null)
        {
            if (stored.Fingerprint != form.Was) return new DateTaken(form) { IsStale = true };
            SpecialDates.Change(session, customer.Id, stored.Id, date);
            Tell(session, customer.Id);
        }
        session.Commit();
        return new DateTaken(form) { Date = date, Id = stored.Id };
    }

    public void Remove(DatabaseSession session, CustomerHead customer, StoredDate stored)
    {
        SpecialDates.Remove(session, customer.Id, stored.Id);
        Tell(session, customer.Id);
        session.Commit();
    }

    private void Tell(DatabaseSession session, long id)
    {
        foreach (var listener in listeners) listener.CustomersChanged(session, [id]);
    }
}

/// <summary>What came of a date that was sent.</summary>
/// <param name="Form">With what is wrong, if anything is.</param>
internal sealed record DateTaken(DateForm Form)
{
    /// <summary>Null when it was not taken.</summary>
    public NewSpecialDate? Date { get; init; }

    public long? Id { get; init; }
    public bool Again { get; init; }

    /// <summary>Somebody else has changed it since.</summary>
    public bool IsStale { get; init; }
}
