using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>Marks customers whose owner, store, phone or wishes changed, so that the next run looks at them.</summary>
internal sealed class FollowUpsOnCustomers(TimeProvider time) : ICustomersChanged
{
    public void CustomersChanged(DatabaseSession session, IReadOnlyCollection<long> customerIds) => PlanningDue.Mark(session, customerIds, time.GetUtcNow());
}
