using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>Opens a follow-up for a reader: one within their scope, or one that is theirs. What they may not see is not there.</summary>
internal static class FollowUpAccess
{
    public static OpenedFollowUp? Open(DatabaseSession session, Viewer viewer, StoreDirectory stores, IEnumerable<ICallNote> notes, Masks masks, long customerId, long id)
    {
        session.Foresee("follow-up", customerId, id, stores.TodayOf(viewer.StoreId));
        if (StoreOf(session, viewer, customerId, id) is not { } store) return null;
        var followUp = FollowUpQuery.Read(session, new FollowUpFilter { CustomerId = customerId, Id = id }).Single().SeenThrough(masks.Of(session, viewer));
        return new OpenedFollowUp(followUp, AtHand.Read(session, customerId, notes, stores.TodayOf(store)), stores.ZoneOf(store), stores.TodayOf(store));
    }

    /// <summary>The follow-up's store; null when there is none that this reader may see.</summary>
    public static long? StoreOf(DatabaseSession session, Viewer viewer, long customerId, long id)
    {
        var scope = viewer.Scope;
        using var rows = session.Read($"SELECT f.store_id FROM follow_up f WHERE f.customer_id = @customer AND f.id = @id AND {FollowUpScope.OrMine(scope)}",
            [("customer", customerId), ("id", id), ("me", viewer.StaffId), .. scope.Values]);
        return rows.Next() ? rows.Long(0) : null;
    }
}
