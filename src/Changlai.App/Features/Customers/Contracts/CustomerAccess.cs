using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>A customer as the head of a page names them.</summary>
public sealed record CustomerHead(long Id, string Name, long? StoreId);

/// <summary>Opens a customer for a reader. One whom the reader may not see is not there: both answer 404.</summary>
internal static class CustomerAccess
{
    public static CustomerHead? Find(DatabaseSession session, Viewer viewer, long customerId)
    {
        var scope = viewer.Scope;
        using var rows = session.Read($"SELECT c.name, c.store_id FROM customer c WHERE c.customer_id = @id{scope.And("c")}", [("id", customerId), .. scope.Values]);
        return rows.Next() ? new CustomerHead(customerId, rows.Text(0), rows.LongOrNull(1)) : null;
    }

    public static bool MaySee(Viewer viewer, long? storeId, long? ownerId) => viewer.Scope.Includes(storeId, ownerId);
}
