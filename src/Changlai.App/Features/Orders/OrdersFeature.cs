using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Orders.Assets;
using Changlai.App.Features.Orders.Card;
using Changlai.App.Features.Orders.Entry;
using Changlai.App.Features.Orders.Find;
using Changlai.App.Features.Orders.Import;
using Changlai.App.Features.Orders.Products;
using Changlai.App.Features.Orders.Recording;
using Changlai.App.Features.Orders.Segments;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Features.Platform.Contracts.Imports;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Orders;

/// <summary>Products, orders and what customers have from us; entered by hand, imported, or sent by other programs.</summary>
public static class OrdersFeature
{
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.AddSingleton<ICardPanel, PurchasesPanel>();
        services.AddSingleton<ICardPanel, AssetPanel>();
        services.AddSingleton<ITimelineSource, OrderTimeline>();
        services.AddSingleton<ITimelineSource, AssetTimeline>();
        services.AddSingleton<ITimelineSource, RepairTimeline>();
        services.AddSingleton<ICallNote, AssetNotes>();
        services.AddSingleton<ICustomerRows, OrderRows>();
        services.AddSingleton<INeedProducts, NeedProducts>();
        services.AddSingleton<OrderEntry>();
        services.AddSingleton<AssetWork>();
        services.AddSingleton<ISweep, CycleSweep>();
        services.AddSingleton<ISweep, BoughtSweep>();
        services.AddSingleton<ISearchSource, OrderNumberSearch>();
        services.AddSingleton<ISegmentField, OrderSegmentFields>();
        services.AddSingleton<ISegmentField, AssetSegmentFields>();
        services.AddSingleton<IImportTarget, OrderImportTarget>();
        services.AddSingleton<IImportTarget, ProductImportTarget>();
        services.AddSingleton<IImportUndo, OrderUndo>();
        services.AddAuditActions(OrderAudit.All);
        return services;
    }

    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        OrderEndpoints.Map(routes);
        OrderEntryEndpoints.Map(routes);
        OrderApi.Map(routes);
        ProductEndpoints.Map(routes);
        ProductApi.Map(routes);
        AssetEndpoints.Map(routes);
        AssetApi.Map(routes);
    }
}
