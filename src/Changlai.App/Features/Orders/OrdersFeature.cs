using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Card;
using Changlai.App.Features.Orders.Find;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Orders;

/// <summary>Products, orders, and importing them.</summary>
public static class OrdersFeature
{
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.AddSingleton<ISearchSource, OrderNumberSearch>();
        services.AddSingleton<ICardPanel, PurchasesPanel>();
        services.AddSingleton<ITimelineSource, OrderTimeline>();
        return services;
    }

    public static void MapOrders(this IEndpointRouteBuilder routes) => OrderEndpoints.Map(routes);
}
