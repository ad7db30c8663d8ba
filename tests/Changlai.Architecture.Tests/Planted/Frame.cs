using Changlai.Architecture.Tests.Planted.App.Features.Customers;
using Changlai.Architecture.Tests.Planted.App.Features.Customers.Contracts;
using Changlai.Architecture.Tests.Planted.App.Features.Customers.Model;

namespace Changlai.Architecture.Tests.Planted.App.Ui
{
    internal sealed record Badge(string Words);

    internal sealed record WrongPartUiKnowsAFeature(CustomerId Id);
}

namespace Changlai.Architecture.Tests.Planted.App.Shell
{
    internal static class RightShell
    {
        public static CustomerId Open()
        {
            CustomersFeature.AddCustomers();
            return new CustomerId(1);
        }
    }

    internal sealed record WrongPartShellLooksInside(Card Card);
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Gossip
{
    internal static class WrongPartNotInTheOrder;
}

namespace Changlai.Architecture.Tests.Planted.App.Features.Shell
{
    internal static class WrongPartShellAmongFeatures;
}

namespace Changlai.Architecture.Tests.Planted.App.Helpers
{
    internal static class WrongPartOutsideTheHouse;
}

namespace Changlai.Architecture.Tests.Planted.Web
{
    internal static class RightWeb
    {
        public static object Compose()
        {
            CustomersFeature.AddCustomers();
            return (new CustomerId(1), App.Shell.RightShell.Open(), new App.Ui.Badge(""));
        }
    }

    internal static class WrongWebLooksInside
    {
        public static string Compose() => new Card("").Name;
    }
}
