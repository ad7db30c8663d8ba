using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Dates;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Card;

/// <summary>What is known of one customer.</summary>
/// <param name="Number">The number in the system the customer came from.</param>
/// <param name="Owner">Null when they belong to the company.</param>
/// <param name="Fields">The organisation's own, with those retired that still hold something.</param>
public sealed record CustomerCard(
    long Id, string? Number, CustomerDetails Details, string? Owner, ContactWishes Wishes, IReadOnlyList<string> Topics, IReadOnlyList<StoredDate> SpecialDates,
    IReadOnlyList<CustomerField> Fields, CardCompleteness Completeness)
{
    public string Name => Details.Name;

    /// <summary>Null when there is none.</summary>
    public CustomerPhoto? Photo { get; init; }

    public long? StoreId => Details.StoreId;

    /// <summary>The number that is dialled.</summary>
    public CustomerPhone? Phone => Details.Phones.Count > 0 ? Details.Phones[0] : null;

    /// <summary>Whether a number may be dialled at all: what is asked of us is not offered as a link.</summary>
    public bool MayCall(CustomerPhone phone) =>
        !Masking.IsMasked(phone.E164) && !Wishes.DoNotContact && !Wishes.Refused.Contains(ContactChannel.Phone) && !(Wishes.NotAtWork && phone.Kind == CustomerCodes.Work);

    public bool MayText(CustomerPhone phone) => !Masking.IsMasked(phone.E164) && !Wishes.DoNotContact && !Wishes.Refused.Contains(ContactChannel.Sms) && phone.Kind == CustomerCodes.Mobile;

    public bool MayEmail => !Details.Emails.Any(Masking.IsMasked) && !Wishes.DoNotContact && !Wishes.Refused.Contains(ContactChannel.Email);

    /// <summary>What they agreed to, in its words; null when they have not, or nobody kept the words.</summary>
    public string? ConsentWording { get; init; }

    internal static CustomerCard? Read(DatabaseSession session, long id)
    {
        if (StoredCustomer.Read(session, id) is not { } stored || ContactWishes.Read(session, id) is not { } wishes) return null;
        var details = stored.Details;
        var owner = session.Scalar<string>("SELECT s.name FROM customer c JOIN staff s ON s.id = c.owner_id WHERE c.customer_id = @id", ("id", id));
        var fields = CustomerFields.Read(session).Where(field => !field.IsRetired || details.Values.ContainsKey(field.Id)).ToList();
        return new CustomerCard(id, stored.Number, details, owner, wishes, Tags.Read(session, id, Tags.Topic), Dates.SpecialDates.Read(session, id), fields, CardCompleteness.Read(session, id))
        {
            Photo = CustomerPhoto.Find(session, id),
            ConsentWording = wishes.PrivacyConsentAt is null ? null : session.Scalar<string>(
                "SELECT wording FROM consent_event WHERE customer_id = @id AND kind = 'consented' AND wording <> '' ORDER BY at DESC, id DESC LIMIT 1", ("id", id)),
        };
    }
}
