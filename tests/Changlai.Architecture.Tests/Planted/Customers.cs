using Changlai.Architecture.Tests.Planted.App.Features.Orders.Contracts;

namespace Changlai.Architecture.Tests.Planted.App.Features.Customers.Contracts
{
    internal sealed record CustomerId(long Value);
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Customers.Contracts.Search
{
    internal interface ISearch;
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Customers.Model
{
    internal record Card(string Name)
    {
        public static Card Empty { get; } = new("");

        public static string Title(Card card) => card.Name;

        public sealed class Inner;
    }

    internal enum Tier
    {
        Gold,
    }
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Customers
{
    internal static class CustomersFeature
    {
        public static void AddCustomers()
        {
            _ = new Model.Card("own model");
        }
    }

    internal sealed record WrongPartToTheRight(OrderId Order);
}
