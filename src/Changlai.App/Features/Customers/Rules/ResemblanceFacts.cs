using Changlai.Core.Calendars;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>What tells two cards of one person from two people, made plain so that ways of writing do not count.</summary>
/// <param name="Name">Folded: lower case, letters and digits only.</param>
/// <param name="Sound">The name as it is spoken: pinyin without tones, or the folded name.</param>
/// <param name="Named">False for a customer who is called by a number because nobody asked yet.</param>
/// <param name="Phones">E.164.</param>
/// <param name="Emails">Folded.</param>
/// <param name="Numbers">Numbers of outside systems.</param>
/// <param name="Streets">Addresses with a street, folded.</param>
/// <param name="Gender">Null when nobody noted it.</param>
internal sealed record ResemblanceFacts(
    long Id, string Name, string Sound, bool Named, IReadOnlyList<string> Phones, IReadOnlyList<string> Emails, IReadOnlyList<SourceNumber> Numbers,
    string? WeComId, IReadOnlyList<AnnualDay> Birthdays, IReadOnlyList<string> Streets, string? Gender, long? StoreId);

/// <param name="Source">The outside system; what a number of ours is called where no system gave it.</param>
internal readonly record struct SourceNumber(string Source, string Number);
