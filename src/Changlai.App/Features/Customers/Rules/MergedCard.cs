using Changlai.App.Features.Customers.Contracts;

namespace Changlai.App.Features.Customers.Rules;

/// <summary>Whose value a field of the merged card takes.</summary>
internal enum Side
{
    /// <summary>That of the card that stays.</summary>
    Survivor,

    /// <summary>That of the card that goes.</summary>
    Merged,

    /// <summary>Of a list everything, each once.</summary>
    Both,
}

/// <summary>Puts two cards together, field by field.</summary>
internal static class MergedCard
{
    /// <param name="sides">By <see cref="MergeField.Code"/>; a field that is not named takes what is there, the survivor's first.</param>
    public static CustomerDetails Of(CustomerDetails survivor, CustomerDetails merged, IReadOnlyList<MergeField> fields, IReadOnlyDictionary<string, Side> sides) =>
        fields.Aggregate(survivor, (card, field) => field.Take(card, survivor, merged, sides.TryGetValue(field.Code, out var side) ? side : field.Usual(survivor, merged)));
}

/// <summary>One field of a card as a merge sees it.</summary>
/// <param name="Code">Names it in a form.</param>
/// <param name="IsMany">Both sides' values can stand together.</param>
internal sealed record MergeField(string Code, bool IsMany, Func<CustomerDetails, object?> Value, Func<CustomerDetails, CustomerDetails, CustomerDetails, Side, CustomerDetails> Take)
{
    /// <summary>Nothing is lost unless somebody says so: all of a list, and of a single value the one there is.</summary>
    public Side Usual(CustomerDetails survivor, CustomerDetails merged) =>
        IsMany ? Side.Both : Value(survivor) is null && Value(merged) is not null ? Side.Merged : Side.Survivor;

    public bool Differs(CustomerDetails survivor, CustomerDetails merged) => (Value(survivor), Value(merged)) switch
    {
        (System.Collections.IEnumerable one and not string, System.Collections.IEnumerable other and not string) => !one.Cast<object>().SequenceEqual(other.Cast<object>()),
        var (one, other) => !Equals(one, other),
    };

    public static MergeField Single<T>(string code, Func<CustomerDetails, T?> value, Func<CustomerDetails, T?, CustomerDetails> put) =>
        new(code, false, card => value(card), (card, survivor, merged, side) => put(card, value(side == Side.Merged ? merged : survivor)));

    public static MergeField Many<T>(string code, Func<CustomerDetails, IReadOnlyList<T>> value, Func<CustomerDetails, IReadOnlyList<T>, CustomerDetails> put, Func<T, object> sameness) =>
        new(code, true, value, (card, survivor, merged, side) => put(card, side switch
        {
            Side.Survivor => value(survivor),
            Side.Merged => value(merged),
            _ => [.. value(survivor).Concat(value(merged)).DistinctBy(sameness)],
        }));
}

/// <summary>The fields of a card, in the order in which two cards are read side by side.</summary>
internal static class MergeFields
{
    public const string Phones = "phones";

    /// <summary>Not among the details of a card; chosen like them where both have one.</summary>
    public const string Photo = "photo";

    public static IReadOnlyList<MergeField> Of(IReadOnlyList<CustomerField> own) =>
    [
        MergeField.Single("name", card => card.Name, (card, value) => card with { Name = value ?? card.Name }),
        MergeField.Single("salutation", card => card.Salutation, (card, value) => card with { Salutation = value }),
        MergeField.Single("gender", card => card.Gender, (card, value) => card with { Gender = value }),
        MergeField.Many(Phones, card => card.Phones, (card, value) => card with { Phones = value }, phone => phone.E164),
        MergeField.Many("emails", card => card.Emails, (card, value) => card with { Emails = value }, email => email.ToLowerInvariant()),
        MergeField.Single("wecom", card => card.WeComId, (card, value) => card with { WeComId = value }),
        MergeField.Many("numbers", card => card.Numbers, (card, value) => card with { Numbers = value }, number => number),
        MergeField.Many("addresses", card => card.Addresses, (card, value) => card with { Addresses = value }, address => address),
        MergeField.Single("region", card => card.ChosenRegion, (card, value) => card with { ChosenRegion = value }),
        MergeField.Single("language", card => card.Language, (card, value) => card with { Language = value }),
        MergeField.Single("kind", card => card.Kind, (card, value) => card with { Kind = value ?? card.Kind }),
        MergeField.Single("source", card => card.Source, (card, value) => card with { Source = value }),
        MergeField.Single("tier", card => card.Tier, (card, value) => card with { Tier = value }),
        MergeField.Single("store", card => card.StoreId, (card, value) => card with { StoreId = value }),
        MergeField.Single("owner", card => card.OwnerId, (card, value) => card with { OwnerId = value }),
        MergeField.Many("tags", card => card.Tags, (card, value) => card with { Tags = value }, tag => tag),
        MergeField.Single("occupation", card => card.Occupation, (card, value) => card with { Occupation = value }),
        MergeField.Single("income", card => card.IncomeBand, (card, value) => card with { IncomeBand = value }),
        .. own.Select(field => OwnField(field.Id)),
    ];

    public static string OfField(long id) => $"field-{id}";

    private static MergeField OwnField(long id) => MergeField.Single(OfField(id), card => card.Values.GetValueOrDefault(id), (card, value) =>
    {
        var values = new Dictionary<long, FieldValue>(card.Values);
        if (value is null) values.Remove(id);
        else values[id] = value;
        return card with { Values = values };
    });
}
