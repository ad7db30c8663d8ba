using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Card;

/// <summary>Everything about one customer on one page.</summary>
internal static class CardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/{id:long}", Show);

    private static IResult Show(HttpContext http, Database database, CardDesk desk, long id, string? kind, string? before)
    {
        using var session = database.OpenSession();
        return desk.Open(session, Viewer.Of(http.User), id, new CardView(kind, before)) ?? Results.NotFound();
    }
}
