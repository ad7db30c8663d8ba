using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>A card's details in words, line by line, for reading two versions side by side.</summary>
internal sealed class DetailLines(Language language, Func<long, string?> storeName, Func<long, string?> ownerName, IReadOnlyList<CustomerField> fields)
{
    /// <summary>What the lines are called; the audit log names them in English.</summary>
    public static IReadOnlyList<Text> Names =>
    [
        EditTexts.Name, EditTexts.Salutation, EditTexts.Gender, EditTexts.Language, EditTexts.Phone, EditTexts.Email, EditTexts.WeCom, EditTexts.Numbers, EditTexts.Where, EditTexts.Region,
        EditTexts.Kind, EditTexts.Source, EditTexts.Tier, EditTexts.Store, EditTexts.Owner, EditTexts.Tags, EditTexts.Occupation, EditTexts.Income,
    ];

    public List<Difference> Differences(CustomerDetails yours, CustomerDetails theirs) =>
        [.. Lines(yours).Zip(Lines(theirs), (one, other) => new Difference(one.What, one.Words, other.Words)).Where(line => line.Yours != line.Theirs)];

    private IEnumerable<(Text What, string Words)> Lines(CustomerDetails details)
    {
        yield return (EditTexts.Name, details.Name);
        yield return (EditTexts.Salutation, details.Salutation ?? "");
        yield return (EditTexts.Gender, Name(CustomerCodes.Genders, details.Gender));
        yield return (EditTexts.Language, Name(CustomerCodes.Languages, details.Language));
        yield return (EditTexts.Phone, Joined(details.Phones.Select(phone => $"{Formats.Phone(phone.E164)} {Name(CustomerCodes.PhoneKinds, phone.Kind)}")));
        yield return (EditTexts.Email, Joined(details.Emails));
        yield return (EditTexts.WeCom, details.WeComId ?? "");
        yield return (EditTexts.Numbers, Joined(details.Numbers.Select(number => $"{number.Label} {number.Number}")));
        yield return (EditTexts.Where, Joined(details.Addresses.Select(address => address.Line)));
        yield return (EditTexts.Region, details.Region is { } region ? string.Join(" › ", Regions.Names(region)) : "");
        yield return (EditTexts.Kind, Name(CustomerCodes.Kinds, details.Kind));
        yield return (EditTexts.Source, Name(CustomerCodes.Sources, details.Source));
        yield return (EditTexts.Tier, Name(CustomerCodes.Tiers, details.Tier));
        yield return (EditTexts.Store, details.StoreId is { } store ? storeName(store) ?? "" : "");
        yield return (EditTexts.Owner, details.OwnerId is { } owner ? ownerName(owner) ?? "" : EditTexts.Company.In(language));
        yield return (EditTexts.Tags, Joined(details.Tags));
        yield return (EditTexts.Occupation, details.Occupation ?? "");
        yield return (EditTexts.Income, Name(CustomerCodes.IncomeBands, details.IncomeBand));
        foreach (var field in fields) yield return (field.Name, details.Values.TryGetValue(field.Id, out var value) ? FieldWords.Of(field, value, language) : "");
    }

    private string Name(IReadOnlyList<Coded> codes, string? code) => code is null ? "" : codes.NameOf(code).In(language);

    private string Joined(IEnumerable<string> parts) => string.Join(UiTexts.ListComma.In(language), parts);
}

/// <summary>A field's value as people read it.</summary>
internal static class FieldWords
{
    public static string Of(CustomerField field, FieldValue value, Language language) =>
        value.Choices.Count > 0 ? string.Join(UiTexts.ListComma.In(language), field.Choices.Where(choice => value.Choices.Contains(choice.Id)).Select(choice => choice.Name.In(language)))
        : value.Day is { } day ? Formats.Date(day, language)
        : value.Yes is { } yes ? (yes ? EditTexts.Yes : EditTexts.No).In(language)
        : value.Milli is { } milli ? FieldValue.WriteNumber(milli)
        : value.Text ?? "";
}
