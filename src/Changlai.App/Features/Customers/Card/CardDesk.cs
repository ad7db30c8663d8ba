using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Microsoft.AspNetCore.Http;

namespace Changlai.App.Features.Customers.Card;

/// <summary>Lays out a card: the facts, what other features know, the timeline.</summary>
internal sealed class CardDesk(StoreDirectory stores, UiContext ui, IEnumerable<ICardPanel> panels, IEnumerable<ITimelineSource> sources, Masks masks)
{
    private const int TimelineLength = 15;

    /// <returns>Null when there is no such customer for this reader.</returns>
    public IResult? Open(DatabaseSession session, Viewer viewer, long id, CardView view, int status = StatusCodes.Status200OK)
    {
        if (CustomerCard.Read(session, id) is not { } card || !CustomerAccess.MaySee(viewer, card.StoreId, card.Details.OwnerId)) return null;
        var masking = masks.Of(session, viewer);
        card = card with { Details = masking.Of(id, card.Details) };
        var zone = stores.ZoneOf(card.StoreId);
        var today = stores.TodayOf(card.StoreId);
        var request = new CardRequest(session, new CustomerHead(id, card.Name, card.StoreId), viewer, zone, today);
        var known = sources.ToList();
        var chosen = known.Find(source => source.Kind == view.Kind)?.Kind;
        return UiSetup.Page<CardPage>(new
        {
            Card = card,
            Store = stores.NameOf(card.StoreId),
            Today = today,
            Zone = zone,
            MayEdit = viewer.May(Access.ChangeCustomers),
            Panels = panels.Select(panel => panel.Load(request)).OfType<CardPanel>().OrderBy(panel => panel.Rank).ToList(),
            Kinds = known.Select(source => new TimelineKind(source.Kind, source.Name)).ToList(),
            Kind = chosen,
            IsLater = view.Before is not null,
            Timeline = CustomerTimeline.Read(session, known, id, chosen, TimelinePlace.Parse(view.Before), TimelineLength, ui.Language, zone),
            view.Note,
            view.NoteProblem,
            IsMasked = masking.IsOn(id),
            MayErase = viewer.May(Access.ManageStore),
            view.Reveal,
        }, status);
    }
}
