using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Orders.Card;
using Changlai.App.Features.Orders.Find;
using Changlai.App.Features.Orders.Import.Pages;
using Changlai.App.Features.Orders.Import.Runs;
using Changlai.App.Features.Orders.Segments;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Orders;

/// <summary>Products, orders, and importing them.</summary>
public static class OrdersFeature
{
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.AddSingleton<ICardPanel, PurchasesPanel>();
        services.AddSingleton<ITimelineSource, OrderTimeline>();
        services.AddSingleton<ISearchSource, OrderNumberSearch>();
        services.AddSingleton<ISegmentField, OrderSegmentFields>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<ImportChecker>();
        services.AddSingleton<ImportTaker>();
        services.AddSingleton<ISweep, ImportTidying>();
        services.AddHostedService<ImportWorker>();
        return services;
    }

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        OrderEndpoints.Map(routes);
        ImportEndpoints.Map(routes);
    }
}
