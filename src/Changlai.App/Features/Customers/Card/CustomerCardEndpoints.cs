using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Card;

internal static class CustomerCardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/{id:long}", Show);

    private static IResult Show(
        HttpContext http, Database database, UiContext ui, StoreDirectory stores, IEnumerable<ICardPanel> panels, IEnumerable<ITimelineSource> sources,
        long id, string? kind, long? before)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        var request = new CardRequest(id, ui.Language, ui.Today, stores.ZoneOf(viewer.StoreId));
        // Somebody else's customer is answered like one that does not exist.
        return CustomerCards.Read(session, request, viewer.StoreScope, panels, [.. sources], kind, before) is { } card
            ? UiSetup.Page<CustomerCardPage>(new { Card = card })
            : Results.NotFound();
    }
}
