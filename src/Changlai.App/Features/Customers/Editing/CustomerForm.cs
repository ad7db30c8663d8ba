using Changlai.App.Features.Customers.Contracts;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Editing;

/// <summary>The card as a form holds it: what was typed, field by field, and what is wrong with it.</summary>
public sealed record CustomerForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields)
{
    /// <summary>Of each list no more than this are taken.</summary>
    public const int MostEntries = 10;

    /// <summary>By field name.</summary>
    public IReadOnlyDictionary<string, Text> Errors { get; init; } = new Dictionary<string, Text>(StringComparer.Ordinal);

    /// <summary>The version of the card that the form was filled from; 0 for a new customer.</summary>
    public int Version { get; init; }

    public string this[string name] => Fields.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : "";

    public IReadOnlyList<string> All(string name) => Fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>How many entries of a list the form holds, the blank ones at its end left out.</summary>
    public int Count(params IReadOnlyList<string> names)
    {
        for (var index = MostEntries - 1; index >= 0; index--)
            if (names.Any(name => this[At(name, index)].Length > 0)) return index + 1;
        return 0;
    }

    public static string At(string name, int index) => $"{name}-{index}";

    public static string OfField(long id) => $"field-{id}";

    /// <summary>A form that holds what is stored.</summary>
    public static CustomerForm Of(CustomerDetails details, int version)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        void Put(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) fields[name] = [value];
        }
        Put("name", details.Name);
        Put("salutation", details.Salutation);
        Put("gender", details.Gender);
        Put("kind", details.Kind);
        Put("source", details.Source);
        Put("tier", details.Tier);
        Put("store", details.StoreId?.ToString());
        Put("owner", details.OwnerId?.ToString());
        Put("occupation", details.Occupation);
        Put("income", details.IncomeBand);
        Put("language", details.Language);
        Put("wecom", details.WeComId);
        Put("region", details.ChosenRegion);
        Put("tags", string.Join('、', details.Tags));
        Put("firstPhone", details.Phones.Count > 0 ? "0" : null);
        foreach (var (index, phone) in details.Phones.Index())
        {
            Put(At("phone", index), PhoneNumber.Parse(phone.E164)?.National ?? phone.E164);
            Put(At("phoneKind", index), phone.Kind);
        }
        foreach (var (index, email) in details.Emails.Index()) Put(At("email", index), email);
        foreach (var (index, number) in details.Numbers.Index())
        {
            Put(At("numberLabel", index), number.Label);
            Put(At("number", index), number.Number);
        }
        foreach (var (index, address) in details.Addresses.Index())
        {
            Put(At("country", index), address.Country);
            Put(At("province", index), address.Province);
            Put(At("city", index), address.City);
            Put(At("district", index), address.District);
            Put(At("street", index), address.Street);
        }
        foreach (var (field, value) in details.Values) fields[OfField(field)] = value.Written;
        return new CustomerForm(fields) { Version = version };
    }

    /// <summary>A new customer's form, with the values that fields begin with.</summary>
    public static CustomerForm Blank(IReadOnlyList<CustomerField> fields, long? store, long? owner)
    {
        var form = Of(new CustomerDetails { Name = "", StoreId = store, OwnerId = owner }, 0);
        var begun = new Dictionary<string, IReadOnlyList<string>>(form.Fields, StringComparer.Ordinal);
        foreach (var field in fields.Where(field => !field.IsRetired && !string.IsNullOrEmpty(field.Initial))) begun[OfField(field.Id)] = field.Initial!.Split(',');
        return form with { Fields = begun };
    }
}
