using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>On the card: family, colleagues, who introduced whom.</summary>
internal sealed class RelationPanel : ICardPanel
{
    private const int Rank = 45;

    public CardPanel? Load(CardRequest request) => new(Rank, typeof(RelationSection), new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        [nameof(RelationSection.CustomerId)] = request.Customer.Id,
        [nameof(RelationSection.Relations)] = CustomerRelations.Read(request.Session, request.Viewer.Scope, request.Customer.Id),
        [nameof(RelationSection.MayEdit)] = request.Viewer.May(Access.ChangeCustomers),
    });
}
