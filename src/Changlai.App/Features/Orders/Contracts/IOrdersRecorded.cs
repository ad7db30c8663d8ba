using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Orders.Contracts;

/// <summary>Hears, inside the writer's transaction and in batches, whose orders were recorded or changed.</summary>
internal interface IOrdersRecorded
{
    void OrdersRecorded(DatabaseSession session, IReadOnlyCollection<long> customerIds);
}
