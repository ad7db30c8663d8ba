using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Changlai.App.Features.Customers.Card;

/// <summary>Everything about one customer on one page.</summary>
internal static class CardEndpoints
{
    private const int TimelineLength = 15;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/customers/{id:long}", Show);

    private static IResult Show(
        HttpContext http, Database database, StoreDirectory stores, UiContext ui, IEnumerable<ICardPanel> panels, IEnumerable<ITimelineSource> sources,
        long id, string? kind, string? before)
    {
        var viewer = Viewer.Of(http.User);
        using var session = database.OpenSession();
        if (CustomerCard.Read(session, id) is not { } card || !CustomerAccess.MaySee(viewer, card.StoreId)) return Results.NotFound();

        var zone = stores.ZoneOf(card.StoreId);
        var request = new CardRequest(session, new CustomerHead(id, card.Name, card.StoreId), viewer, zone, ui.Today);
        var known = sources.ToList();
        var chosen = known.Find(source => source.Kind == kind)?.Kind;
        return UiSetup.Page<CardPage>(new
        {
            Card = card,
            Store = stores.NameOf(card.StoreId),
            Panels = panels.Select(panel => panel.Load(request)).OfType<CardPanel>().OrderBy(panel => panel.Rank).ToList(),
            Kinds = known.Select(source => new TimelineKind(source.Kind, source.Name)).ToList(),
            Kind = chosen,
            IsLater = before is not null,
            Timeline = CustomerTimeline.Read(session, known, id, chosen, TimelinePlace.Parse(before), TimelineLength, ui.Language, zone),
        });
    }
}
