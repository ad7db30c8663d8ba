using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Orders.Entry;

namespace Changlai.App.Features.Orders.Assets;

/// <summary>The customer's assets on the card: warranty, repairs, and the alarm.</summary>
internal sealed class AssetPanel : ICardPanel
{
    private const int Rank = 25;
    private const int Shown = 6;

    public CardPanel? Load(CardRequest request)
    {
        var assets = AssetQuery.Of(request.Session, request.Customer.Id, Shown + 1);
        var mayEnter = OrderDesk.MayEnter(request.Viewer);
        if (assets.Count == 0 && !mayEnter) return null;
        var more = assets.Count <= Shown ? 0
            : (int)request.Session.Scalar<long>("SELECT count(*) FROM asset WHERE customer_id = @customer", ("customer", request.Customer.Id)) - Shown;
        return new CardPanel(Rank, typeof(AssetSection), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(AssetSection.CustomerId)] = request.Customer.Id,
            [nameof(AssetSection.Items)] = assets.Take(Shown).ToList(),
            [nameof(AssetSection.More)] = more,
            [nameof(AssetSection.MayEnter)] = mayEnter,
        });
    }
}
