using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Contracts;

/// <summary>Hears, inside the writer's transaction, that something has changed which decides who is contacted, when, how and by whom: all that a segment can ask for does.</summary>
internal interface ICustomersChanged
{
    void CustomersChanged(DatabaseSession session, IReadOnlyCollection<long> customerIds);
}
