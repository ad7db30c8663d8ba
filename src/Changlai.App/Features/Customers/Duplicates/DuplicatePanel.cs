using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>On the card: that there may be another one of the same customer.</summary>
internal sealed class DuplicatePanel(Masks masks) : ICardPanel
{
    private const int Rank = 5;
    private const int Most = 3;

    public CardPanel? Load(CardRequest request)
    {
        var pairs = DuplicatePairs.Of(request.Session, request.Viewer.Scope, request.Customer.Id, Most, masks.Of(request.Session, request.Viewer));
        return pairs.Count == 0 ? null : new CardPanel(Rank, typeof(DuplicateSection), new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(DuplicateSection.CustomerId)] = request.Customer.Id,
            [nameof(DuplicateSection.Pairs)] = pairs,
            [nameof(DuplicateSection.MayMerge)] = DuplicatesEndpoints.MayMerge(request.Viewer),
        });
    }
}
