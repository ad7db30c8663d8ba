using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Model;

namespace Changlai.App.Features.FollowUps.Card;

/// <summary>Whom we shall call, when and why; and what was left out, and why.</summary>
internal sealed class FollowUpPanel : ICardPanel
{
    private const int Rank = 10;

    public CardPanel? Load(CardRequest request)
    {
        var open = FollowUpQuery.Read(request.Session, new FollowUpFilter { CustomerId = request.Customer.Id, OpenOn = request.Today })
            .OrderBy(followUp => followUp.State == FollowUpState.Planned ? 0 : 1).ThenBy(followUp => followUp.DueOn ?? followUp.IdealOn).ThenBy(followUp => followUp.Id)
            .ToList();
        return new CardPanel(Rank, typeof(FollowUpSection), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(FollowUpSection.FollowUps)] = open });
    }
}
