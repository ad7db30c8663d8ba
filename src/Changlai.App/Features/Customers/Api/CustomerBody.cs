using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Editing;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Api;

/// <summary>A card as other programs read and send it. What is read can be sent back as it is.</summary>
internal sealed record CustomerBody
{
    /// <summary>Given out by us; whoever sends it must send the right one.</summary>
    public long? Id { get; init; }

    /// <summary>The number in the system the customer came from; an import gives it.</summary>
    public string? Number { get; init; }

    public string? Name { get; init; }
    public string? Salutation { get; init; }
    public string? Gender { get; init; }
    public string? Kind { get; init; }
    public string? Source { get; init; }
    public string? Tier { get; init; }
    public long? StoreId { get; init; }
    public long? OwnerId { get; init; }
    public string? Occupation { get; init; }
    public string? Income { get; init; }
    public string? Language { get; init; }
    public string? WeCom { get; init; }

    /// <summary>The path that somebody chose; without one it follows the first address.</summary>
    public string? Region { get; init; }

    /// <summary>The first is the one that is dialled.</summary>
    public IReadOnlyList<PhoneBody?>? Phones { get; init; }

    public IReadOnlyList<string?>? Emails { get; init; }
    public IReadOnlyList<NumberBody?>? Numbers { get; init; }
    public IReadOnlyList<AddressBody?>? Addresses { get; init; }
    public IReadOnlyList<string?>? Tags { get; init; }

    /// <summary>The organisation's own fields by their ids: numbers plain, days as 2026-11-22, true or false, choices by their ids.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string?>?>? Fields { get; init; }

    public static CustomerBody Of(StoredCustomer stored)
    {
        var details = stored.Details;
        return new CustomerBody
        {
            Id = stored.Id,
            Number = stored.Number,
            Name = details.Name,
            Salutation = details.Salutation,
            Gender = details.Gender,
            Kind = details.Kind,
            Source = details.Source,
            Tier = details.Tier,
            StoreId = details.StoreId,
            OwnerId = details.OwnerId,
            Occupation = details.Occupation,
            Income = details.IncomeBand,
            Language = details.Language,
            WeCom = details.WeComId,
            Region = details.ChosenRegion,
            Phones = [.. details.Phones.Select(phone => new PhoneBody(phone.E164, phone.Kind))],
            Emails = details.Emails,
            Numbers = [.. details.Numbers.Select(number => new NumberBody(number.Label, number.Number))],
            Addresses = [.. details.Addresses.Select(address => new AddressBody(address.Country, address.Province, address.City, address.District, address.Street))],
            Tags = details.Tags,
            Fields = details.Values.ToDictionary(value => value.Key.ToString(), IReadOnlyList<string?>? (value) => value.Value.Written, StringComparer.Ordinal),
        };
    }

    /// <summary>What the form of the page would hold, so that both are checked by the same rules.</summary>
    public CustomerForm Form(int version)
    {
        var typed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) typed[name] = [value];
        }
        Put("name", Name);
        Put("salutation", Salutation);
        Put("gender", Gender);
        Put("kind", Kind);
        Put("source", Source);
        Put("tier", Tier);
        Put("store", StoreId?.ToString());
        Put("owner", OwnerId?.ToString());
        Put("occupation", Occupation);
        Put("income", Income);
        Put("language", Language);
        Put("wecom", WeCom);
        Put("region", Region);
        Put("tags", string.Join('、', Tags ?? []));
        foreach (var (index, phone) in (Phones ?? []).Index())
        {
            Put(CustomerForm.At("phone", index), phone?.Number);
            Put(CustomerForm.At("phoneKind", index), phone?.Kind);
        }
        foreach (var (index, email) in (Emails ?? []).Index()) Put(CustomerForm.At("email", index), email);
        foreach (var (index, number) in (Numbers ?? []).Index())
        {
            Put(CustomerForm.At("numberLabel", index), number?.Label);
            Put(CustomerForm.At("number", index), number?.Number);
        }
        foreach (var (index, address) in (Addresses ?? []).Index())
        {
            Put(CustomerForm.At("country", index), address?.Country);
            Put(CustomerForm.At("province", index), address?.Province);
            Put(CustomerForm.At("city", index), address?.City);
            Put(CustomerForm.At("district", index), address?.District);
            Put(CustomerForm.At("street", index), address?.Street);
        }
        foreach (var (field, values) in Fields ?? new Dictionary<string, IReadOnlyList<string?>?>())
            if (values is { Count: > 0 }) typed[$"field-{field}"] = [.. values.Select(value => value ?? "")];
        return new CustomerForm(typed) { Version = version };
    }

    /// <summary>What a form cannot hold in the first place, and so cannot be wrong in it.</summary>
    /// <param name="stored">Null for a new customer.</param>
    public Dictionary<string, Text> Problems(StoredCustomer? stored, IReadOnlyList<CustomerField> known)
    {
        var problems = new Dictionary<string, Text>(StringComparer.Ordinal);
        if (Id is not null && Id != stored?.Id) problems["id"] = CustomerApiTexts.GivenByUs;
        if (!string.IsNullOrEmpty(Number) && Number != stored?.Number) problems["number"] = CustomerApiTexts.GivenByImport;
        foreach (var (name, count) in ((string, int)[])[("phones", Phones?.Count ?? 0), ("emails", Emails?.Count ?? 0), ("numbers", Numbers?.Count ?? 0), ("addresses", Addresses?.Count ?? 0)])
            if (count > CustomerForm.MostEntries) problems[name] = CustomerApiTexts.TooMany.With(CustomerForm.MostEntries, count);
        foreach (var field in (Fields ?? new Dictionary<string, IReadOnlyList<string?>?>()).Keys.Where(field => !known.Any(one => one.Id.ToString() == field)))
            problems[$"fields.{field}"] = CustomerApiTexts.NoField;
        foreach (var (index, phone) in (Phones ?? []).Index())
            if (phone?.Kind is { Length: > 0 } kind && !CustomerCodes.PhoneKinds.Knows(kind)) problems[$"phones[{index}].kind"] = EditTexts.NotOffered;
        return problems;
    }

    /// <summary>What the form calls a field, as this body calls it.</summary>
    public static string NameOf(string field) => field.Split('-') switch
    {
        ["store"] => "storeId",
        ["owner"] => "ownerId",
        ["wecom"] => "weCom",
        ["phone", var index] => $"phones[{index}].number",
        ["phoneKind", var index] => $"phones[{index}].kind",
        ["email", var index] => $"emails[{index}]",
        ["number", var index] => $"numbers[{index}].number",
        ["numberLabel", var index] => $"numbers[{index}].label",
        ["field", var id] => $"fields.{id}",
        [var part, var index] => $"addresses[{index}].{part}",
        _ => field,
    };
}

/// <param name="Number">With its country as it is read, +8613812345678; any usual way of writing it is taken.</param>
/// <param name="Kind"><c>mobile</c>, <c>home</c> or <c>work</c>.</param>
internal sealed record PhoneBody(string? Number, string? Kind);

internal sealed record NumberBody(string? Label, string? Number);

internal sealed record AddressBody(string? Country, string? Province, string? City, string? District, string? Street);
