using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Consent;

/// <summary>Takes wishes and consent, for the page and for other programs alike.</summary>
internal sealed class WishWork(Database database, StoreDirectory stores, SweepSignal signal, IEnumerable<ICustomersChanged> listeners, TimeProvider time)
{
    public Database Database => database;

    /// <summary>Null when there is no such customer.</summary>
    public static StoredWishes? Read(DatabaseSession session, long id) => ContactWishes.Read(session, id) is { } wishes
        ? new StoredWishes(wishes, Tags.Read(session, id, Tags.Topic), (int)session.Scalar<long>("SELECT version FROM customer WHERE customer_id = @id", ("id", id)))
        : null;

    /// <summary>Inside the caller's transaction, which it commits when the wishes are taken.</summary>
    public WishTaken Change(DatabaseSession session, Viewer viewer, CustomerHead customer, StoredWishes before, WishForm typed)
    {
        var (wishes, form) = WishCheck.Read(typed, before.Wishes);
        if (wishes is null) return new WishTaken(form, IsTaken: false, IsStale: false);
        if (!new WishWriter(session, listeners, time).Change(customer.Id, before.Version, wishes, before.Wishes, viewer.StaffId, stores.TodayOf(customer.StoreId)))
            return new WishTaken(form, IsTaken: false, IsStale: true);
        session.Commit();
        signal.RunSoon();
        return new WishTaken(form, IsTaken: true, IsStale: false);
    }
}

/// <param name="Version">Of the customer, with whom they change.</param>
internal sealed record StoredWishes(ContactWishes Wishes, List<string> Topics, int Version);

/// <param name="Form">With what is wrong, if anything is.</param>
/// <param name="IsStale">Somebody else has changed the customer since.</param>
internal sealed record WishTaken(WishForm Form, bool IsTaken, bool IsStale);
