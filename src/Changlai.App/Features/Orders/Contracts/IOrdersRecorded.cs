using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>Hears, inside the writer's transaction and in batches, whose orders were recorded or changed, or who is called otherwise by them.</summary>
internal interface IOrdersRecorded
{
    void OrdersRecorded(DatabaseSession session, IReadOnlyCollection<long> customerIds);
}
