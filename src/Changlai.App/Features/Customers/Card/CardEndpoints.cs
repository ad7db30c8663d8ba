using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Card;

/// <summary>Everything about one customer on one page.</summary>
internal static class CardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/{id:long}", Show).For(Access.ReadCustomers);

    private static IResult Show(HttpContext http, Database database, CardDesk desk, BulkViews views, long id, string? kind, string? before)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (kind is null && before is null) session.Foresee($"card {viewer.Scope.Shape}", id, viewer.Scope.Value, viewer.StaffId);
        views.Saw(http.User, 1);
        return desk.Open(session, viewer, id, new CardView(kind, before))
            // The address of a card that was merged into another leads there.
            ?? (StoredMerge.Into(session, id) is { } into && CustomerAccess.Find(session, viewer, into) is not null ? Results.LocalRedirect($"/customers/{into}") : Results.NotFound());
    }
}
