using Changlai.Architecture.Tests.Planted.App.Features.Customers;
using Changlai.Architecture.Tests.Planted.App.Features.Customers.Contracts;
using Changlai.Architecture.Tests.Planted.App.Features.Customers.Contracts.Search;
using Changlai.Architecture.Tests.Planted.App.Features.Customers.Model;
using Changlai.Architecture.Tests.Planted.App.Ui;

namespace Changlai.Architecture.Tests.Planted.App.Features.Orders.Contracts
{
    internal sealed record OrderId(long Value);
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Orders
{
    internal static class OrdersFeature
    {
        public static void AddOrders()
        {
        }
    }

    internal sealed class RightThroughContracts : ISearch
    {
        public Badge Show(CustomerId id) => new($"{id.Value}");
    }

    internal abstract class WrongPartBySignature
    {
        public abstract void Take(Card card);
    }

    internal sealed record WrongPartByBase() : Card("");

    internal sealed class WrongPartByField
    {
        public Card?[] Cards = [];
    }

    internal sealed class WrongPartByNestedType
    {
        public Card.Inner? Inner { get; set; }
    }

    internal static class WrongPartByBody
    {
        public static object Make() => Card.Empty;
    }

    internal static class WrongPartByLambda
    {
        public static Func<string> Make() => () => Card.Title(new Card(""));
    }

    internal static class WrongPartByAsyncBody
    {
        public static async Task<int> MakeAsync()
        {
            await Task.Yield();
            return Card.Empty.Name.Length;
        }
    }

    internal static class WrongPartByGenericArgument
    {
        public static object Make() => new Dictionary<string, List<Card>>();
    }

    internal static class WrongPartByGenericMethod
    {
        public static object Make() => Enumerable.Empty<Card>();
    }

    internal static class WrongPartByConstraint
    {
        public static bool Same<T>(T one, T other)
            where T : Card => one == other;
    }

    [System.ComponentModel.TypeConverter(typeof(Card))]
    internal static class WrongPartByAttribute;

    internal static class WrongPartByEnumInAttribute
    {
        [System.ComponentModel.DefaultValue(Tier.Gold)]
        public static int Value { get; set; }
    }

    internal static class WrongPartByTypeOf
    {
        public static Type Make() => typeof(Card);
    }

    internal static class WrongPartByDoor
    {
        public static void Open() => CustomersFeature.AddCustomers();
    }
}
