using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Orders.Card;

/// <summary>One order of a customer.</summary>
internal static class OrderEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/{customerId:long}/orders/{orderId:long}", Show).For(Access.ReadCustomers);

    private static IResult Show(HttpContext http, Database database, StoreDirectory stores, long customerId, long orderId)
    {
        using var session = database.OpenSession();
        var viewer = Viewer.Of(http.User);
        return CustomerAccess.Find(session, viewer, customerId) is { } customer
            && OrderDetail.Read(session, customerId, orderId, stores.ZoneOf(customer.StoreId)) is { } order
            ? UiSetup.Page<OrderPage>(new { Customer = customer, Order = order, MayEnter = OrderDesk.MayEnter(viewer) })
            : Results.NotFound();
    }
}
