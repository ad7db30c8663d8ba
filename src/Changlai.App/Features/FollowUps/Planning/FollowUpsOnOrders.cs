using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.FollowUps.Planning;

/// <summary>Marks customers whose orders changed, so that the next run looks at them.</summary>
internal sealed class FollowUpsOnOrders(TimeProvider time) : IOrdersRecorded
{
    public void OrdersRecorded(DatabaseSession session, IReadOnlyCollection<long> customerIds) => PlanningDue.Mark(session, customerIds, time.GetUtcNow());
}
