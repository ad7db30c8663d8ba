using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Needs;

/// <summary>On the card: what the customer asked for.</summary>
internal sealed class NeedPanel(INeedProducts? products = null) : ICardPanel
{
    private const int Rank = 40;
    private const int Most = 20;

    public CardPanel? Load(CardRequest request) => new(Rank, typeof(NeedSection), new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(NeedSection.CustomerId)] = request.Customer.Id,
        [nameof(NeedSection.Needs)] = StoredNeed.OfCustomer(request.Session, request.Customer.Id, Most),
        [nameof(NeedSection.Products)] = request.Viewer.May(Access.ChangeCustomers) ? products?.Offered(request.Session) ?? [] : [],
        [nameof(NeedSection.MayEdit)] = request.Viewer.May(Access.ChangeCustomers),
        [nameof(NeedSection.Zone)] = request.Zone,
    });
}
