using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Today;

namespace Changlai.App.Features.FollowUps.Card;

/// <summary>What was said last, before somebody says it again.</summary>
internal sealed class ContactsPanel : ICardPanel
{
    private const int Rank = 15;

    public CardPanel? Load(CardRequest request) => AtHand.ReadContacts(request.Session, request.Customer.Id) is { Count: > 0 } contacts
        ? new CardPanel(Rank, typeof(ContactsSection), new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ContactsSection.Contacts)] = contacts })
        : null;
}
