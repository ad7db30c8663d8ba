using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>Opens a follow-up for a reader: one of their store, or one that is theirs. What they may not see is not there.</summary>
internal static class FollowUpAccess
{
    public static OpenedFollowUp? Open(DatabaseSession session, Viewer viewer, StoreDirectory stores, IEnumerable<ICallNote> notes, long customerId, long id)
    {
        session.Foresee("follow-up", customerId, id, stores.TodayOf(viewer.StoreId));
        if (StoreOf(session, viewer, customerId, id) is not { } store) return null;
        var followUp = FollowUpQuery.Read(session, new FollowUpFilter { CustomerId = customerId, Id = id }).Single();
        return new OpenedFollowUp(followUp, AtHand.Read(session, customerId, notes, stores.TodayOf(store)), stores.ZoneOf(store), stores.TodayOf(store));
    }

    /// <summary>The follow-up's store; null when there is none that this reader may see.</summary>
    public static long? StoreOf(DatabaseSession session, Viewer viewer, long customerId, long id)
    {
        using var rows = session.Read("SELECT store_id, assignee_id FROM follow_up WHERE customer_id = @customer AND id = @id", ("customer", customerId), ("id", id));
        if (!rows.Next()) return null;
        var mine = viewer.StoreScope is not { } scope || scope == rows.Long(0) || rows.LongOrNull(1) == viewer.StaffId;
        return mine ? rows.Long(0) : null;
    }
}
