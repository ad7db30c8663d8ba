using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Duplicates;

/// <summary>The fields of a card by the codes a merge knows them by, in words.</summary>
internal sealed class FieldsInWords(Language language, Func<long, string?> storeName, Func<long, string?> staffName, IReadOnlyList<CustomerField> own)
{
    public Text NameOf(string code) => code switch
    {
        "name" => EditTexts.Name,
        "salutation" => EditTexts.Salutation,
        "gender" => EditTexts.Gender,
        "phones" => EditTexts.Phone,
        "emails" => EditTexts.Email,
        "wecom" => EditTexts.WeCom,
        "numbers" => EditTexts.Numbers,
        "addresses" => EditTexts.Where,
        "region" => EditTexts.Region,
        "language" => EditTexts.Language,
        "kind" => EditTexts.Kind,
        "source" => EditTexts.Source,
        "tier" => EditTexts.Tier,
        "store" => EditTexts.Store,
        "owner" => EditTexts.Owner,
        "tags" => EditTexts.Tags,
        "occupation" => EditTexts.Occupation,
        "income" => EditTexts.Income,
        MergeFields.Photo => PhotoWords.Photo,
        _ => Own(code)?.Name ?? new Text(code, code),
    };

    public string Of(string code, CustomerDetails details) => code switch
    {
        "name" => details.Name,
        "salutation" => details.Salutation ?? "",
        "gender" => Name(CustomerCodes.Genders, details.Gender),
        "phones" => Joined(details.Phones.Select(phone => Formats.Phone(phone.E164))),
        "emails" => Joined(details.Emails),
        "wecom" => details.WeComId ?? "",
        "numbers" => Joined(details.Numbers.Select(number => $"{number.Label} {number.Number}")),
        "addresses" => Joined(details.Addresses.Select(address => address.Line)),
        "region" => details.ChosenRegion is { } region ? string.Join(" › ", Regions.Names(region)) : "",
        "language" => Name(CustomerCodes.Languages, details.Language),
        "kind" => Name(CustomerCodes.Kinds, details.Kind),
        "source" => Name(CustomerCodes.Sources, details.Source),
        "tier" => Name(CustomerCodes.Tiers, details.Tier),
        "store" => details.StoreId is { } store ? storeName(store) ?? "" : "",
        "owner" => details.OwnerId is { } owner ? staffName(owner) ?? "" : EditTexts.Company.In(language),
        "tags" => Joined(details.Tags),
        "occupation" => details.Occupation ?? "",
        "income" => Name(CustomerCodes.IncomeBands, details.IncomeBand),
        _ => Own(code) is { } field && details.Values.TryGetValue(field.Id, out var value) ? FieldWords.Of(field, value, language) : "",
    };

    private CustomerField? Own(string code) => own.FirstOrDefault(field => MergeFields.OfField(field.Id) == code);

    private string Name(IReadOnlyList<Coded> codes, string? code) => code is null ? "" : codes.NameOf(code).In(language);

    private string Joined(IEnumerable<string> parts) => string.Join(UiTexts.ListComma.In(language), parts);
}
