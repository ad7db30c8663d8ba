using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Features.Customers.Import;

/// <summary>What becomes of one stored card.</summary>
/// <param name="Refusal">Newly not to be contacted, in the file's words; null when nothing changes there.</param>
/// <param name="Number">The number in the file's system, when the card had none yet.</param>
/// <param name="Dates">All dates it holds afterwards; null when they stay.</param>
/// <param name="Wishes">Null when they stay.</param>
internal sealed record CardChange(StoredCard Before, CustomerDetails Details, ImportedRefusal? Refusal, string? Number, IReadOnlyList<NewSpecialDate>? Dates, WishChange? Wishes)
{
    /// <summary>Null when the file says nothing that is not known.</summary>
    public static CardChange? Of(StoredCard stored, ImportedCustomer said)
    {
        var details = CardMerging.Over(stored.Details, said.Details);
        var refusal = stored.Wishes.DoNotContact ? null : said.DoNotContact;
        var number = stored.Number is null ? said.Number : null;
        List<NewSpecialDate> known = [.. stored.Dates.Select(date => new NewSpecialDate(date.Kind, date.Day, date.Name))];
        var dates = CardMerging.Over(known, said.Dates);
        var sameDates = dates.Count == known.Count && dates.All(known.Contains);
        var wishes = WishChange.Of(stored, said.Wishes);
        return CardMerging.IsSame(details, stored.Details) && refusal is null && number is null && sameDates && wishes is null
            ? null
            : new CardChange(stored, details, refusal, number, sameDates ? null : dates, wishes);
    }
}
