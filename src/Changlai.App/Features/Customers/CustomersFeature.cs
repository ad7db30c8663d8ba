using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.List;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.App.Features.Customers;

/// <summary>Customers: the list, finding one, the card.</summary>
public static class CustomersFeature
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) => services;

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        CustomersEndpoints.Map(routes);
        CardEndpoints.Map(routes);
    }
}
