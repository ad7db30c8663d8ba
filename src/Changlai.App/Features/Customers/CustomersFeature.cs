using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Segments.Fields;
using Changlai.App.Features.Customers.Segments.Pages;
using Changlai.App.Features.Customers.Segments.Query;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Customers;

/// <summary>Customers: the list, finding one, the card, segments.</summary>
public static class CustomersFeature
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddSingleton<ISegmentField, CustomerSegmentFields>();
        services.AddSingleton<SegmentFields>();
        services.AddSingleton<SegmentMembership>();
        services.AddSingleton<SegmentCounts>();
        return services;
    }

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        CustomersEndpoints.Map(routes);
        CardEndpoints.Map(routes);
        SegmentEndpoints.Map(routes);
    }
}
