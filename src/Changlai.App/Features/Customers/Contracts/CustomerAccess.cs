using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>A customer as the head of a page names them.</summary>
public sealed record CustomerHead(long Id, string Name, long? StoreId);

/// <summary>Opens a customer for a reader. One whom the reader may not see is not there: both answer 404.</summary>
internal static class CustomerAccess
{
    public static CustomerHead? Find(DatabaseSession session, Viewer viewer, long customerId)
    {
        using var rows = session.Read("SELECT name, store_id FROM customer WHERE customer_id = @id", ("id", customerId));
        if (!rows.Next()) return null;
        var head = new CustomerHead(customerId, rows.Text(0), rows.LongOrNull(1));
        return MaySee(viewer, head.StoreId) ? head : null;
    }

    public static bool MaySee(Viewer viewer, long? storeId) => viewer.StoreScope is not { } scope || scope == storeId;
}
