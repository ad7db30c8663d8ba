using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;

namespace Changlai.App.Features.Customers.Import;

/// <summary>Puts what is said over what is known. What is not said stays; lists are added to, what is said standing first. Pure.</summary>
internal static class CardMerging
{
    public static CustomerDetails Over(CustomerDetails known, CustomerDetails said) => new()
    {
        Name = said.Name.Length > 0 ? said.Name : known.Name,
        Salutation = said.Salutation ?? known.Salutation,
        Gender = said.Gender ?? known.Gender,
        Kind = said.Kind.Length > 0 ? said.Kind : known.Kind,
        Source = said.Source ?? known.Source,
        Tier = said.Tier ?? known.Tier,
        StoreId = said.StoreId ?? known.StoreId,
        OwnerId = said.OwnerId ?? known.OwnerId,
        Occupation = said.Occupation ?? known.Occupation,
        IncomeBand = said.IncomeBand ?? known.IncomeBand,
        Language = said.Language ?? known.Language,
        WeComId = said.WeComId ?? known.WeComId,
        ChosenRegion = said.ChosenRegion ?? known.ChosenRegion,
        Phones = Joined(said.Phones, known.Phones, phone => phone.E164),
        Emails = Joined(said.Emails, known.Emails, email => email.ToLowerInvariant()),
        Numbers = Joined(said.Numbers, known.Numbers, number => $"{number.Label}\n{number.Number}"),
        Addresses = Joined(said.Addresses, known.Addresses, address => address.Line),
        Tags = Joined(known.Tags, said.Tags, tag => tag),
        Values = said.Values.Count == 0 ? known.Values : known.Values.Where(value => !said.Values.ContainsKey(value.Key)).Concat(said.Values).ToDictionary(),
    };

    /// <summary>One date of each occasion; what is known already stays as it is.</summary>
    public static IReadOnlyList<NewSpecialDate> Over(IReadOnlyList<NewSpecialDate> known, IReadOnlyList<NewSpecialDate> said)
    {
        var fresh = said.Where(date => !known.Contains(date)).ToList();
        return fresh.Count == 0 ? known : [.. known.Where(date => !fresh.Exists(other => IsSameOccasion(other, date))), .. fresh];
    }

    /// <summary>Whether two dates are about the same occasion of one person, who has one birthday, and may have several children.</summary>
    public static bool IsSameOccasion(NewSpecialDate one, NewSpecialDate other) =>
        one.Kind == other.Kind && one.Name == other.Name && (one.Kind != CustomerCodes.ChildBirthday || one.Day == other.Day);

    public static bool IsSame(CustomerDetails one, CustomerDetails other) =>
        Single(one) == Single(other)
        && one.Phones.SequenceEqual(other.Phones) && one.Emails.SequenceEqual(other.Emails, StringComparer.Ordinal) && one.Numbers.SequenceEqual(other.Numbers)
        && one.Addresses.SequenceEqual(other.Addresses) && one.Tags.Order(StringComparer.Ordinal).SequenceEqual(other.Tags.Order(StringComparer.Ordinal))
        && one.Values.Count == other.Values.Count && one.Values.All(value => other.Values.TryGetValue(value.Key, out var same) && same.Equals(value.Value));

    private static CustomerDetails Single(CustomerDetails details) => details with
    {
        Phones = Array.Empty<CustomerPhone>(),
        Emails = Array.Empty<string>(),
        Numbers = Array.Empty<ExternalNumber>(),
        Addresses = Array.Empty<CustomerAddress>(),
        Tags = Array.Empty<string>(),
        Values = NoValues,
    };

    private static readonly Dictionary<long, FieldValue> NoValues = [];

    /// <summary>A card's form shows ten of each; more would be lost with the next change by hand.</summary>
    private static IReadOnlyList<T> Joined<T>(IReadOnlyList<T> first, IReadOnlyList<T> then, Func<T, string> key) =>
        first.Count == 0 ? then : [.. first.Concat(then).DistinctBy(key, StringComparer.Ordinal).Take(CustomerForm.MostEntries)];
}
